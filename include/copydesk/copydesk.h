// Everything a user may include, in one header.
#pragma once

#include "copydesk/date_language.h"
#include "copydesk/document.h"
#include "copydesk/entity.h"
#include "copydesk/event.h"
#include "copydesk/explain.h"
#include "copydesk/extractor.h"
#include "copydesk/pack.h"
#include "copydesk/pack_text.h"
#include "copydesk/report.h"
#include "copydesk/result.h"
#include "copydesk/span.h"
#include "copydesk/time_expression.h"
#include "copydesk/version.h"
