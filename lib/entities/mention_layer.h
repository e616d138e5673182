// Room 6, entities: what it adds. Mentions of people, organisations and places, and the groups in which they stand.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "copydesk/entity.h"
#include "copydesk/span.h"
#include "entities/index_list.h"

namespace copydesk {

// Who a nominal or a pronoun may stand for: bits, since `it` may be a company or a country.
struct Refers {
  static constexpr std::uint8_t kPerson = 1, kOrganisation = 2, kCountry = 4, kPlace = 8;
  std::uint8_t types = 0;
  std::uint8_t number = 0;  // 1: one; 2: two (`both sides`); 3: any number of several
  std::uint8_t count = 0;   // of several, where told: `the three countries`
  bool masculine = false;
  bool feminine = false;
  bool generic = false;  // a noun that needs no word of the name it stands for: `the firm`
  bool sits = false;     // one before the noun of its sitting: `the cabinet` of `the cabinet meeting`
  bool sent = false;     // those whom a side sends: `the delegation`
  bool guest = false;    // who is received by others: `the guest`
  bool object = false;   // a pronoun that is no subject: `him`
  bool subject = false;  // one that may be: `it`
  bool speaker = false;  // whoever is quoted: `we`
};

// One mention. Its name alone is the span; office, country and so on say what stands around it.
struct EntityMention {
  TokenRange range;  // of a name: without title, office or article
  EntityType type = EntityType::person;
  MentionForm form = MentionForm::name;
  std::uint32_t rule = 0;  // index into Grammar::rules
  std::uint32_t sentence = 0;
  TokenRange office;                     // of a person: `deputy ICT Minister`; empty when none
  TokenRange acronym;                    // of an organisation: the `SCO` in brackets behind the name
  std::uint32_t affiliation = kNoIndex;  // of a person: index of another mention
  std::string_view country;              // ISO 3166-1 alpha-2 of a country, demonym or place, where known
  bool demonym = false;                  // `Iranian`: stands for the country only when it acts as a side
  bool plural = false;                   // of a nominal: `companies`, `leaders`
  bool definite = false;                 // of a nominal: `the company`, which names something told before
  TokenRange head;                       // of a nominal: its head noun; else the range
  Refers refers;                         // of a nominal or pronoun
};

// Mentions that stand together as one argument: coordination (`Iran and Russia`), apposition (`Kazem Jalali, Iran's ambassador`),
// or a noun group around a head (`top tech Iranian and Russian companies`). Every mention stands in a group, alone if need be.
struct Group {
  TokenRange range;   // with determiners, titles, offices and appositions
  IndexList members;  // mentions that act: names, else the nominal head
  IndexList sides;    // demonyms and possessors inside: `Iranian`, `Russian`
  bool plural = false;
};

struct MentionWork;

struct MentionLayer {
  std::vector<EntityMention> mentions;  // in the order of the text; names never overlap each other
  std::vector<Group> groups;            // in the order of the text; the widest only

  std::shared_ptr<MentionWork> work;  // working space of MentionGrammar::find, kept for the next document

  void clear() {
    mentions.clear();
    groups.clear();
  }
};

}  // namespace copydesk
