package dev.longrun.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StravaDateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "en-US", "en-GB", "de", "fr", "it", "es", "es-MX", "nl", "pt-BR", "pt-PT", "sv", "da", "nb", "pl", "ru", "tr", "id", "vi", "th", "ja", "ko",
        "zh-CN", "zh-TW"
      })
  void everyMonthIsReadAsTheLanguagesOfTheSiteWriteIt(String language) {
    for (Month month : Month.values()) {
      LocalDateTime time = LocalDateTime.of(2023, month, 7, 17, 25, 14);
      for (FormatStyle style : new FormatStyle[] {FormatStyle.MEDIUM, FormatStyle.LONG}) {
        String written = DateTimeFormatter.ofLocalizedDateTime(style, FormatStyle.MEDIUM).withLocale(Locale.forLanguageTag(language)).format(time);
        assertThat(StravaDate.parse(written, !language.startsWith("en"))).as(written).contains(time.toInstant(ZoneOffset.UTC));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24 mai 2012 à 16:27:40 | 2012-05-24T16:27:40Z",
        "Nov 3, 2021, 12:05:00 AM | 2021-11-03T00:05:00Z",
        "Nov 3, 2021, 12:05:00\u202FPM | 2021-11-03T12:05:00Z",
        "03.11.2021, 07:05:00 | 2021-11-03T07:05:00Z",
        "3. nov. 2021 07.05.00 | 2021-11-03T07:05:00Z",
        "2021-11-03 07:05:00 | 2021-11-03T07:05:00Z",
        "2021年11月3日下午5:05:00 | 2021-11-03T17:05:00Z",
        "31/10/2021 07:05:00 | 2021-10-31T07:05:00Z"
      })
  void datesAreReadByTheirParts(String written, Instant meant) {
    assertThat(StravaDate.parse(written)).contains(meant);
  }

  @Test
  void aDateThatCouldBeReadBothWaysIsNotReadUnlessTheLanguageIsKnown() {
    assertThat(StravaDate.parse("3/11/2021 07:05:00")).isEmpty();
    assertThat(StravaDate.parse("3/11/2021 07:05:00", true)).contains(Instant.parse("2021-11-03T07:05:00Z"));
    assertThat(StravaDate.parse("yesterday at 7")).isEmpty();
  }
}
