#pragma once

#include "field.hpp"
#include "launch.hpp"

#include <vector>

namespace ekkyo {

/// What one week cost and brought, in people, hours and events. Money comes later.
///
/// Hours are those of an average wage (an hour of somebody who earns twice the mean is two). Members' and helpers'
/// hours are gross; what problems took is counted for the whole company, in every world. What is expected for people the
/// community has not touched is a mean, and what it changed for the others is drawn: in a single week their sum can lie
/// below zero, which no count does where everybody is drawn.
struct Page {
    // people
    double hires         = 0;
    double quits         = 0;
    double transfers     = 0;
    double joined        = 0;
    double returned      = 0;
    double left          = 0;
    double departed      = 0;
    double members       = 0;
    double guests        = 0;
    double employees     = 0;
    double tenure        = 0;
    // what members did in the last 13 weeks, and what they felt of it
    double listeners    = 0;
    double contributors = 0;
    double core         = 0;
    double lapsed       = 0;
    double fun          = 0;
    double wellbeing    = 0;
    double diversity    = 0;
    double flexibility  = 0;
    // problems
    double problems        = 0;
    double stuck_hours     = 0;
    double request_hours   = 0;
    double answer_saving   = 0;
    double goodwill_saving = 0;
    double learning_saving = 0;
    double carried_saving  = 0;
    double questions       = 0;
    double answered        = 0;
    double newcomers_asked    = 0;
    double newcomers_answered = 0;
    double searches        = 0;
    double recalled        = 0;
    double archive         = 0;
    double shared          = 0;
    double remembered      = 0;
    double favours         = 0;
    double overdrawn       = 0;
    double exhausted       = 0;
    double dismay          = 0;
    double hosts_gone      = 0;
    double skill_floor     = 0;
    // the community's own time
    double reading_hours   = 0;
    double asking_hours    = 0;
    double answering_hours = 0;
    double sharing_hours   = 0;
    double meeting_hours   = 0;
    double leading_hours   = 0;
    // meeting
    double events      = 0;
    double attendances = 0;
    double introductions = 0;
    double introduced  = 0;
    double ties        = 0;
    double bridges     = 0;
    // certificates, and the world outside
    double attempts      = 0;
    double certificates  = 0;
    double study_hours   = 0;
    double posts         = 0;
    double posting_hours = 0;
    double referred      = 0;
    // ideas
    double ideas         = 0;
    double approved      = 0;
    double launched      = 0;
    double idea_hours    = 0;
    // what the firm sees
    double hours_variance = 0;
    double allies          = 0;
    double paid_share     = 0;
};

template <>
inline constexpr auto table<Page> = fields(
    field<&Page::hires>({.unit = "employees", .text = "People hired.", .ja = "採用者数"}),
    field<&Page::quits>({.unit = "employees", .text = "People who left the company.", .ja = "退職者数"}),
    field<&Page::transfers>({.unit = "employees", .text = "People who moved to another silo.", .ja = "部門間異動者数"}),
    field<&Page::joined>({.unit = "employees", .text = "Employees who joined the community for the first time.", .ja = "新規参加者数"}),
    field<&Page::returned>({.unit = "employees", .text = "Former members who came back.", .ja = "復帰者数"}),
    field<&Page::left>({.unit = "employees", .text = "Members who left the community.", .ja = "離脱者数"}),
    field<&Page::departed>({.unit = "employees", .text = "Members who left the company.", .ja = "退職したメンバー数"}),
    field<&Page::members>({.unit = "employees", .text = "Members at the end of the week.", .ja = "メンバー数", .kind = Kind::stock}),
    field<&Page::guests>({.unit = "people", .text = "Of these, members of other companies; on no payroll here.", .ja = "社外メンバー数", .kind = Kind::stock}),
    field<&Page::employees>({.unit = "employees", .text = "People on the payroll at the end of the week.", .ja = "従業員数", .kind = Kind::stock}),
    field<&Page::tenure>({.unit = "years", .text = "Mean time in the company.", .ja = "平均勤続年数", .kind = Kind::stock}),
    field<&Page::listeners>({.unit = "employees", .text = "Members who have only listened since they joined.", .ja = "聞くだけのメンバー数", .kind = Kind::stock}),
    field<&Page::contributors>({.unit = "employees", .text = "Members who asked, answered, shared something or came to an event in the last 13 weeks, but in fewer of them than the core.", .ja = "貢献メンバー数", .kind = Kind::stock}),
    field<&Page::core>({.unit = "employees", .text = "Members who did so in as many of the last 13 weeks as the core does (census.core).", .ja = "コアメンバー数", .kind = Kind::stock}),
    field<&Page::lapsed>({.unit = "employees", .text = "Members who did so once, but not in the last 13 weeks.", .ja = "休眠メンバー数", .kind = Kind::stock}),
    field<&Page::fun>({.unit = "% of members", .range = {0, 100}, .text = "Index, never money: members who met a friend or somebody new at an event in the last 13 weeks.", .ja = "楽しみの指数", .kind = Kind::stock}),
    field<&Page::wellbeing>({.unit = "% of members", .range = {0, 100}, .text = "Index, never money: members who have a friend of the community.", .ja = "心の健康の指数", .kind = Kind::stock}),
    field<&Page::diversity>({.unit = "% of random mixing", .range = {0, 100}, .text = "Index, never money: ties across silos as a share of all, against what it would be if people paired at random over the whole company.", .ja = "多様性の指数", .kind = Kind::stock}),
    field<&Page::flexibility>({.unit = "% of needs", .range = {0, 100}, .text = "Needs of one member, another in every week, that somebody within two friendly steps can meet (a sample; take the mean of a year or of many replicates).", .ja = "好意のネットワークの柔軟性", .kind = Kind::stock}),
    field<&Page::problems>({.unit = "problems", .text = "Problems that neither the team nor a search solved (expected, same in all worlds).", .ja = "難問の数"}),
    field<&Page::stuck_hours>({.unit = "hours", .text = "Time people spent alone on problems that nobody helped with: expected without a community, plus what it changed.", .ja = "独力で費やした時間"}),
    field<&Page::request_hours>({.unit = "hours", .text = "Time both sides spent on requests to colleagues and strangers: expected without a community, plus what it changed.", .ja = "依頼に要した時間(双方)"}),
    field<&Page::answer_saving>({.unit = "hours", .text = "Of the change in stuck and request hours: by answers in the community, asked for or found.", .ja = "コミュニティの回答による節約時間"}),
    field<&Page::goodwill_saving>({.unit = "hours", .text = "Of the change in stuck and request hours: by ties made (or displaced) through the community.", .ja = "好意のネットワークによる節約時間"}),
    field<&Page::learning_saving>({.unit = "hours", .text = "Of the change in stuck and request hours: by people who see through alone what others showed them in the community.", .ja = "学習による節約時間"}),
    field<&Page::carried_saving>({.unit = "hours", .text = "Of the change in stuck and request hours: by outsiders who have it from team mates.", .ja = "チームへの持ち帰りによる節約時間"}),
    field<&Page::questions>({.unit = "questions", .text = "Problems asked in the community.", .ja = "質問数"}),
    field<&Page::answered>({.unit = "questions", .text = "Questions that found an answer there.", .ja = "回答された質問数"}),
    field<&Page::newcomers_asked>({.unit = "questions", .text = "First questions of members of less than 13 weeks.", .ja = "新規メンバーの最初の質問数"}),
    field<&Page::newcomers_answered>({.unit = "questions", .text = "Of these, questions that found an answer.", .ja = "回答された新規メンバーの最初の質問数"}),
    field<&Page::searches>({.unit = "searches", .text = "Searches among what the community has answered before.", .ja = "過去の回答の検索数"}),
    field<&Page::recalled>({.unit = "problems", .text = "Of these, searches that found the answer.", .ja = "過去の回答で解決した問題数"}),
    field<&Page::archive>({.unit = "answers", .text = "Answered questions, and what was shared unasked and is as good, that are still of use.", .ja = "蓄積された有効な回答", .kind = Kind::stock}),
    field<&Page::shared>({.unit = "contributions", .text = "What members shared that nobody had asked for.", .ja = "頼まれずに行われた情報共有の数"}),
    field<&Page::remembered>({.unit = "problems", .text = "Problems that members saw through because they had read of it.", .ja = "読んでいた情報で解決した問題数"}),
    field<&Page::favours>({.unit = "favours", .text = "Requests to people met through the community.", .ja = "つながりへの依頼数"}),
    field<&Page::overdrawn>({.unit = "problems", .text = "Problems that somebody met through the community could have helped with whose goodwill is used up.", .ja = "好意を使い果たした相手しか頼れなかった問題数"}),
    field<&Page::exhausted>({.unit = "employees", .text = "Members who gave out answering, and answer nothing for a while or leave.", .ja = "回答疲れで休むメンバー数"}),
    field<&Page::dismay>({.unit = "share", .text = "Readiness to answer that members have lost with those who went.", .ja = "中心メンバー離脱による回答意欲の低下", .kind = Kind::stock}),
    field<&Page::hosts_gone>({.unit = "hosts", .text = "Hosts who were transferred or gave out.", .ja = "異動または燃え尽きで交代したホスト数"}),
    field<&Page::skill_floor>({.unit = "index", .text = "What nine in ten employees know at least, where people are evenly spread from 0 to 1 without a community (0.1 there); looked at every fourth week.", .ja = "スキルの下限(下位10%)", .kind = Kind::stock}),
    field<&Page::reading_hours>({.unit = "hours", .text = "Time members spent following the community and searching in it.", .ja = "閲覧時間"}),
    field<&Page::asking_hours>({.unit = "hours", .text = "Time members spent writing questions.", .ja = "質問に要した時間"}),
    field<&Page::answering_hours>({.unit = "hours", .text = "Time members spent answering.", .ja = "回答に要した時間"}),
    field<&Page::sharing_hours>({.unit = "hours", .text = "Time members spent on sharing what nobody had asked for.", .ja = "情報共有に要した時間"}),
    field<&Page::meeting_hours>({.unit = "hours", .text = "Time members spent at events and on first talks.", .ja = "イベント参加時間"}),
    field<&Page::leading_hours>({.unit = "hours", .text = "Time executives and managers spent on standing for the community and on recognising what members do.", .ja = "経営者・管理職の時間"}),
    field<&Page::events>({.unit = "events", .text = "Events that somebody came to.", .ja = "イベント数"}),
    field<&Page::attendances>({.unit = "attendances", .text = "Visits to events.", .ja = "のべ参加者数"}),
    field<&Page::introductions>({.unit = "introductions", .text = "People whom a friend or a host brought together.", .ja = "紹介数"}),
    field<&Page::introduced>({.unit = "ties", .text = "Ties made through the community.", .ja = "新しいつながり"}),
    field<&Page::ties>({.unit = "ties", .text = "Ties of the community that are still alive.", .ja = "つながりの数", .kind = Kind::stock}),
    field<&Page::bridges>({.unit = "ties", .text = "Of these, ties between people of different silos.", .ja = "部門を越えるつながりの数", .kind = Kind::stock}),
    field<&Page::attempts>({.unit = "attempts", .text = "Exams for a certificate that people sat: expected without a community, plus what it changed.", .ja = "資格試験の受験数"}),
    field<&Page::certificates>({.unit = "certificates", .text = "Exams passed: expected without a community, plus what it changed.", .ja = "資格合格者数"}),
    field<&Page::study_hours>({.unit = "hours", .text = "Working time spent on studying for exams: expected without a community, plus what it changed.", .ja = "資格の学習時間"}),
    field<&Page::posts>({.unit = "posts", .text = "Public posts by members.", .ja = "社外発信数"}),
    field<&Page::posting_hours>({.unit = "hours", .text = "Time members spent on public posts.", .ja = "社外発信に要した時間"}),
    field<&Page::referred>({.unit = "employees", .text = "Of the people hired: recommended by members.", .ja = "メンバーの紹介による採用者数"}),
    field<&Page::ideas>({.unit = "ideas", .text = "Ideas that two people of different silos had together: expected without a community, plus what it changed.", .ja = "越境アイデア数"}),
    field<&Page::approved>({.unit = "ideas", .text = "Ideas approved, and paid for from then on: expected without a community, plus what it changed.", .ja = "承認されたアイデア数"}),
    field<&Page::launched>({.unit = "ideas", .text = "Approved ideas that were carried out: expected without a community, plus what it changed.", .ja = "実行されたアイデア数"}),
    field<&Page::idea_hours>({.unit = "hours", .text = "Time spent on working ideas out and on approved projects: expected without a community, plus what it changed.", .ja = "アイデア・プロジェクト時間"}),
    field<&Page::hours_variance>({.unit = "hours²", .text = "How far luck spreads stuck and request hours (variance): what a firm that counts them sees on top of the mean.", .ja = "時間のばらつき(分散)", .kind = Kind::stock}),
    field<&Page::allies>({.unit = "silos", .text = "Silos whose manager is an ally of the community.", .ja = "部門長が味方である部門の数", .kind = Kind::stock}),
    field<&Page::paid_share>({.unit = "share", .text = "How much of the support plan is paid for; 0: the sponsor has stopped it.", .ja = "支援計画の実施割合", .kind = Kind::stock}));

/// What the company put in that week, as far as it was paid for: not people, hours or events, so no column of the ledger.
struct Plan {
    double hosts    = 0;  // full-time hosts on the payroll
    double platform = 0;  // how far a platform of its own is paid for
};

/// The story of one world in one replicate: a page per week, what was planned, and the ideas that were launched.
struct Ledger {
    std::vector<Page> pages;
    std::vector<Plan> plans;
    std::vector<Launch> launches;
};

}  // namespace ekkyo
