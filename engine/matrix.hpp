#pragma once

#include <array>
#include <string_view>

namespace ekkyo {

/// An item of the seed's two-by-two matrix of value (slide 6), and what the engine makes of it.
struct Item {
    std::string_view code;
    std::string_view cell;
    std::string_view text;
    std::string_view ja;
    std::string_view treatment;  // cash, capacity freed, option value (counted, without a price), counted elsewhere, not monetised
    std::string_view counted_in;  // ledger columns that show it, without a price, separated by spaces
    std::string_view rests_on;    // the processes it comes of, separated by spaces
    std::string_view against;     // what the same people do without the community
};

namespace cell {
inline constexpr std::string_view organisation_short = "organisation, short term";
inline constexpr std::string_view organisation_long  = "organisation, long term";
inline constexpr std::string_view individual_short   = "individual, short term";
inline constexpr std::string_view individual_long    = "individual, long term";
}  // namespace cell

/// All 21. Money stands in one item only (see Line::item); the others are counted or said to be missing.
inline constexpr std::array<Item, 21> matrix = {{
    {"O1", cell::organisation_short, "an arena for solving problems", "問題解決のための場", "counted; its money is in O3", "questions", "helping participating", "none without the community"},
    {"O2", cell::organisation_short, "answers to questions", "質問への回答", "counted; its money is in O3", "answered", "helping hosting", "none without the community"},
    {"O3", cell::organisation_short, "time and cost saved", "時間と費用の節約", "capacity freed", "", "helping recalling sharing", "the same problem of the same person, with colleagues, strangers or nobody"},
    {"O4", cell::organisation_short, "issues handled at low cost", "低コストでの課題対応", "counted; its money is in O8", "favours", "helping bonding", "the same request of the same person, to an old colleague or a stranger"},
    {"O5", cell::organisation_long, "spontaneous collaboration between units", "自然発生的な組織間連携", "counted; its money is in O6", "ideas", "meeting bonding innovating", "ideas with old colleagues, which both worlds have"},
    {"O6", cell::organisation_long, "new value by crossing borders", "越境による新しい価値の創出", "cash and capacity freed", "launched", "innovating", "ideas with old colleagues, which both worlds have"},
    {"O7", cell::organisation_long, "wider diversity", "多様性の拡大", "not monetised", "diversity", "meeting introducing bonding", "none: of ties made here alone"},
    {"O8", cell::organisation_long, "a flexible network of goodwill", "柔軟性を備えた好意のネットワーク形成", "capacity freed; what is left at the end is option value", "bridges flexibility", "bonding helping", "the same request of the same person, to an old colleague or a stranger"},
    {"O9", cell::organisation_long, "a higher floor of skill", "スキルの底上げ", "counted; its money is in P6", "skill_floor", "learning", "what is learned elsewhere, the same in both worlds"},
    {"O10", cell::organisation_long, "marketing", "マーケティング", "counted; in no ledger", "posts", "publishing", "none without the community"},
    {"O11", cell::organisation_long, "securing talent", "人材確保", "cash and capacity freed", "referred", "recruiting staying", "the same vacancies, and who quits where no friends hold them"},
    {"O12", cell::organisation_long, "corporate value", "企業価値の向上", "not monetised", "", "", "not looked at"},
    {"P1", cell::individual_short, "help with hard problems", "難問解決の支援", "counted; its money is in O3", "answered", "helping", "the same problem of the same person, with colleagues, strangers or nobody"},
    {"P2", cell::individual_short, "access to expertise", "専門知識へのアクセス", "counted; its money is in O8", "favours", "helping bonding", "the same request of the same person, to an old colleague or a stranger"},
    {"P3", cell::individual_short, "better proposals to the own team", "チームへのより良い提案", "capacity freed", "", "learning", "the same problem of the same colleague"},
    {"P4", cell::individual_short, "the fun of being with colleagues", "同僚といる楽しみ", "not monetised", "attendances fun", "meeting", "none without the community"},
    {"P5", cell::individual_short, "certification", "資格取得", "cash", "certificates", "certifying", "exams that are sat anyway, with the same luck"},
    {"P6", cell::individual_long, "an arena for widening skill", "技術や専門知識を拡張する場", "capacity freed", "", "learning", "what is learned elsewhere, the same in both worlds"},
    {"P7", cell::individual_long, "a network of one's own", "ネットワーク形成", "not monetised", "introduced ties", "meeting introducing helping bonding", "none: of ties made here alone"},
    {"P8", cell::individual_long, "engagement", "エンゲージの向上", "counted; its money is in O11", "quits", "staying", "who quits where no friends hold them"},
    {"P9", cell::individual_long, "mental well-being", "メンタルへの好影響", "not monetised", "wellbeing", "census bonding", "none: of ties made here alone"},
}};

}  // namespace ekkyo
