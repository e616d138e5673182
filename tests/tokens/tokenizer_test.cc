#include "tokens/tokenizer.h"

#include <gtest/gtest.h>

#include "tokens/english.h"

namespace copydesk {
namespace {

struct TokenCase {
  std::string text;
  std::string tokens;
};

void check(const std::vector<TokenCase>& cases) {
  for (const TokenCase& c : cases) EXPECT_EQ(tokens_of(c.text), c.tokens) << "text: " << c.text;
}

TEST(Tokenizer, Words) {
  check({
      {"", ""},
      {" \t\n ", ""},
      {"Iran and Russia", "Iran|and|Russia"},
      {"Iran,Russia;Oman", "Iran|,|Russia|;|Oman"},
      {"Müller in Malmö", "Müller|in|Malmö"},
      {"AT&T and R&D, Q & A", "AT&T|and|R&D|,|Q|&|A"},
      {"F16 3Com 4yo", "F16|3Com|4yo"},
      {"soft\u00ADhyphen", "soft\u00ADhyphen"},
      {"می‌رود", "می‌رود"},
      {"e\u0301te\u0301", "e\u0301te\u0301"},
  });
}

TEST(Tokenizer, Hyphens) {
  check({
      {"Iran-Russia forum", "Iran|-|Russia|forum"},
      {"six-month 1992-95", "six|-|month|1992|-|95"},
      {"2025-12-06", "2025|-|12|-|06"},
      {"al-Amr Al-Assad el-Sisi Ash-Shaab", "al-Amr|Al-Assad|el-Sisi|Ash-Shaab"},
      {"Saif al-Din-based", "Saif|al-Din|-|based"},
      {"co-operate re-elect e-mail X-ray", "co-operate|re-elect|e-mail|X-ray"},
      {"AT&T-led", "AT&T|-|led"},
      {"F-16 co-2", "F|-|16|co|-|2"},
      {"war -- peace --", "war|--|peace|--"},
      {"war—peace – end", "war|—|peace|–|end"},
      {"U.S.-led", "U.S.|-|led"},
      {"non\u2011aligned co\u2010operate", "non|\u2011|aligned|co\u2010operate"},
      {"(AP)_ Turning __", "(|AP|)|_|Turning|__"},
  });
}

TEST(Tokenizer, Apostrophes) {
  check({
      {"Iran's Iran’s", "Iran|'s|Iran|’s"},
      {"don't can’t won't", "do|n't|ca|n’t|wo|n't"},
      {"they'll we've I'm he'd you're", "they|'ll|we|'ve|I|'m|he|'d|you|'re"},
      {"O'Neill rock'n'roll", "O'Neill|rock'n'roll"},
      {"the Philippines' envoy", "the|Philippines|'|envoy"},
      {"'quoted' ‘quoted’", "'|quoted|'|‘|quoted|’"},
      {"``quoted'' he", "``|quoted|''|he"},
      {"the '90s", "the|'|90s"},
      {"Israel 's, I 'm", "Israel|'s|,|I|'m"},
      {"'s", "'|s"},
      {"U.S.'s", "U.S.|'|s"},
  });
}

TEST(Tokenizer, FullStops) {
  check({
      {"He left.", "He|left|."},
      {"U.S. and U.N.", "U.S.|and|U.N."},
      {"U.S", "U.S"},
      {"a.m. p.m. i.e.", "a.m.|p.m.|i.e."},
      {"S.p.A. Ph.D. E.ON", "S.p.A.|Ph.D.|E.ON"},
      {"John F. Kennedy, J.P. Morgan, J.Smith", "John|F.|Kennedy|,|J.P.|Morgan|,|J.|Smith"},
      {"Plan B.", "Plan|B|."},
      {"St. Petersburg, Mr. X, Dr.No", "St.|Petersburg|,|Mr.|X|,|Dr.|No"},
      {"Nov. 27 nov. 27", "Nov.|27|nov|.|27"},
      {"Inc. and Co.", "Inc.|and|Co."},
      {"No. 5, p. 7, pp.10", "No.|5|,|p.|7|,|pp.|10"},
      {"He said no. She left.", "He|said|no|.|She|left|."},
      {"a wash. Wash. too", "a|wash|.|Wash.|too"},
      {"wait... what", "wait|...|what"},
      {"the end.The start", "the|end|.|The|start"},
      {"What?! No!!", "What|?|!|No|!!"},
      {"etc... Mr...", "etc|...|Mr|..."},
      {"\"the U.S.\"", "\"|the|U.S.|\""},
  });
}

TEST(Tokenizer, Numbers) {
  check({
      {"1,000.5 1,000,000 1,00,000", "1,000.5|1,000,000|1,00,000"},
      {"10:30 12/06/2025 1990s 5th", "10:30|12/06/2025|1990s|5th"},
      {"$40 billion, 50%, £5m, US$40", "$|40|billion|,|50|%|,|£|5m|,|US|$|40"},
      {"Oct. 26,1998", "Oct.|26|,|1998"},
      {"1, 2,3", "1|,|2|,|3"},
      {"rose .5 to 3.", "rose|.5|to|3|."},
      {"6 1/4 at 2-1", "6|1/4|at|2|-|1"},
      {"No.5 No.", "No.|5|No|."},
      {"37 .", "37|."},
      {"۱۴۰۴ ١٢", "۱۴۰۴|١٢"},
  });
}

TEST(Tokenizer, Addresses) {
  check({
      {"Mail press@irna.ir, or John.Smith-Lee_2@mail.example.co.uk.",
       "Mail|press@irna.ir|,|or|John.Smith-Lee_2@mail.example.co.uk|."},
      {"See https://www.irna.ir/news?id=5.", "See|https://www.irna.ir/news?id=5|."},
      {"İa.irn't/al end", "İa.ir|n't|/|al|end"},  // ran for ever: an address is ASCII from its first letter on
      {"(http://a.b/c)", "(|http://a.b/c|)"},
      {"www.bbc.co.uk/news, WWW.X.COM", "www.bbc.co.uk/news|,|WWW.X.COM"},
      {"amazon.com Amazon.com QQ.com bbc.co.uk/news", "amazon.com|Amazon.com|QQ.com|bbc.co.uk/news"},
      {"@user #tag a @ b", "@|user|#|tag|a|@|b"},
      {"http: httpd www.", "http|:|httpd|www|."},
      {"and/or", "and|/|or"},
  });
}

TEST(Tokenizer, Marks) {
  check({
      {"((a)) [b], {c}", "(|(|a|)|)|[|b|]|,|{|c|}"},
      {"\"a\" “b” «c»", "\"|a|\"|“|b|”|«|c|»"},
      {"==== **** a", "====|****|a"},
      {"……", "……"},
      {"😀😀 ©", "😀😀|©"},
      {std::string("a\0b", 3), std::string("a|\0|b", 5)},
      {"\uFFFD\uFFFD", "\uFFFD\uFFFD"},
      {"\u200Bx\u200By", "x|y"},
      {"(\u202Bx\u202C) \u2068y\u2069 \uFEFFz\u200F.", "(|x|)|y|z|."},
  });
}

TEST(Tokenizer, OtherScripts) {
  check({
      {"Президент подписал договор.", "Президент|подписал|договор|."},
      {"وقال الرئيس: نعم؟", "وقال|الرئيس|:|نعم|؟"},
      {"한국 정부는", "한국|정부는"},
      {"日本とイランは協力", "日本|と|イラン|は|協力"},
      {"ประเทศไทยและ", "ประเทศไทย|และ"},
      {"伊朗Iran和", "伊朗|Iran|和"},
  });
}

TEST(Tokenizer, PhrasesAreReadAsText) {
  for (const char* phrase :
       {"St. Petersburg", "Iran-Russia forum", "AT&T", "U.S.", "memorandum of understanding", "Iran's", "No. 5"}) {
    TokenLayer layer;
    tokenize_phrase(phrase, english(), layer);
    const TokenLayer text = layer_of(phrase);
    ASSERT_EQ(layer.tokens.size(), text.tokens.size()) << phrase;
    for (std::size_t i = 0; i < layer.tokens.size(); ++i)
      EXPECT_EQ(layer.tokens[i].hash, text.tokens[i].hash) << phrase;
    ASSERT_EQ(layer.sentences.size(), 1u) << phrase;
    EXPECT_EQ(layer.sentences[0].end, layer.tokens.size()) << phrase;
  }
}

TEST(Tokenizer, AppendsBlockAfterBlock) {
  const std::string text = "Iran signs\n\nOman, too";
  TokenLayer layer;
  tokenize(text, {{0, 10}}, english(), layer);
  tokenize(text, {{12, 21}}, english(), layer);
  ASSERT_EQ(layer.tokens.size(), 5u);
  EXPECT_EQ(text_of(text, layer.tokens[2]), "Oman");
  EXPECT_EQ(layer.folded, "iransignsoman,too");
  EXPECT_TRUE(layer.tokens[2].space_before);
  EXPECT_FALSE(layer.tokens[3].space_before);
}

}  // namespace
}  // namespace copydesk
