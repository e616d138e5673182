// explain: why the report of a text is as it is, for people who write rules and for people who must show where a field comes from.
//
//     auto text = copydesk::explain({}, report, {.reference_date = "2025-12-06"});
//     std::cout << text.value();   // v1 signing(party=Norway, party=Chile, instrument=treaty)@2025-12-05 asserted
//                                  //   trigger "signed" by signing: sign the instrument
//                                  //   party "Norway" by argument: subject of a signing
//
// Of each event it tells the words and the rule behind every slot; of each sentence without an event, which look-alike took its
// words, or which rule came nearest and at which word it failed.
//
// Threads: safe to call from many at once. It opens the packs anew each time and is not made for speed. Lifetime: the text that it
// gives is the caller's.
#pragma once

#include <string>
#include <string_view>

#include "copydesk/export.h"
#include "copydesk/extractor.h"
#include "copydesk/result.h"

namespace copydesk {

/// Errors: those of Extractor::open.
COPYDESK_EXPORT Result<std::string> explain(const Options& options, std::string_view bytes,
                                            const DocumentOptions& document = {});

}  // namespace copydesk
