package dev.longrun.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.log.Sport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SportWordsTest {
  @ParameterizedTest
  @CsvSource({
    "running, ROAD", "Jogging, ROAD", "TrailRunning, TRAIL", "TRAIL_RUN, TRAIL", "Laufen, ROAD", "Laufband, TREADMILL", "Indoor Running, TREADMILL",
    "Course à pied, ROAD", "carrera de montaña, TRAIL", "Corrida virtual, VIRTUAL", "бег, ROAD", "跑步, ROAD", "越野跑, TRAIL", "ランニング, ROAD",
    "달리기, ROAD", "दौड़ना, ROAD", "جري, ROAD", "দৌড়, ROAD", "lari, ROAD", "Hardloopsessie, ROAD", "Løb, ROAD", "löpning, ROAD", "Bieg, ROAD",
    "koşu bandı, TREADMILL", "track_running, TRACK"
  })
  void runningIsUnderstoodInManyLanguagesAndSpellings(String type, Sport kind) {
    assertThat(SportWords.ofType(type)).isEqualTo(SaidSport.running(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Biking", "Radfahrt", "Langlauf", "randonnée", "自転車", "徒步", "ходьба", "Wandern", "Yoga", "Cross Country Skiing", "1", "ciclismo"})
  void otherSportsAreOthers(String type) {
    assertThat(SportWords.ofType(type).other()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "Other", "Sonstiges", "other activity", "GENERIC", "其他", "autre"})
  void whatSaysNothingSaysNothing(String type) {
    assertThat(SportWords.ofType(type).isNothing()).isTrue();
  }
}
