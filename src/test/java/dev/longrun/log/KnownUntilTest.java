package dev.longrun.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.log.record.SyncStates;
import dev.longrun.service.ProgramFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownUntilTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant MONDAY = Instant.parse("2026-11-02T11:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-11-06T11:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-27T11:00:00Z");

  @TempDir Path home;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(home.resolve("longrun.db"), ProgramFolder.find().schema());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private SyncStates states(Instant now) {
    return new SyncStates(database, Clock.fixed(now, BERLIN));
  }

  private void connect(Source source, Instant at) {
    states(at).connected(source, true);
  }

  private void answer(Source source, Instant at) {
    states(at).attempted(source);
    states(at).succeeded(source);
  }

  private void importFile(Instant at, int loaded, String refusal) {
    database.writing()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into file_import (taken_as, file_name, archive, started_at, finished_at, refusal, loaded, created_at, updated_at)
                    values (?, 'run.fit', 0, ?, ?, ?, ?, '', '')""",
                    "run.fit-" + at,
                    Timestamps.of(at),
                    Timestamps.of(at.plusSeconds(60)),
                    refusal,
                    loaded));
  }

  private KnownUntil known(Instant now) {
    return database.writing().inTransaction(handle -> KnownUntil.keep(handle, BERLIN, now));
  }

  @Test
  void nothingIsKnownBeforeAnybodyHasSaidAnything() {
    assertThat(known(NOW)).isEqualTo(KnownUntil.NOTHING);
    assertThat(known(NOW).covers(LocalDate.parse("2026-11-01"))).isFalse();
  }

  @Test
  void withOneSourceTheLogIsKnownUpToItsAnswerAndTheDayBeforeIsOver() {
    connect(Source.GARMIN, MONDAY);
    answer(Source.GARMIN, FRIDAY);

    assertThat(known(NOW)).isEqualTo(new KnownUntil(FRIDAY, LocalDate.parse("2026-11-05"), Source.GARMIN));
  }

  @Test
  void theDayThatIsOverIsTheRunnersOwn() {
    Instant afterMidnightInBerlin = Instant.parse("2026-11-06T23:10:00Z");
    connect(Source.GARMIN, MONDAY);
    answer(Source.GARMIN, afterMidnightInBerlin);

    assertThat(known(NOW).day()).isEqualTo("2026-11-06");
  }

  @Test
  void ofTwoSourcesTheSilentOneDecides() {
    connect(Source.GARMIN, MONDAY);
    connect(Source.STRAVA, MONDAY);
    answer(Source.STRAVA, FRIDAY);
    answer(Source.GARMIN, NOW);

    assertThat(known(NOW)).isEqualTo(new KnownUntil(FRIDAY, LocalDate.parse("2026-11-05"), Source.STRAVA));
  }

  @Test
  void aSourceThatFailsHasNotAnswered() {
    connect(Source.GARMIN, MONDAY);
    answer(Source.GARMIN, FRIDAY);
    states(NOW).attempted(Source.GARMIN);
    states(NOW).failed(Source.GARMIN, "Garmin did not answer in time.");

    assertThat(known(NOW).moment()).isEqualTo(FRIDAY);
  }

  @Test
  void withFilesOnlyTheLogIsKnownUpToTheLastImport() {
    importFile(MONDAY, 1, null);
    importFile(FRIDAY, 5, null);

    assertThat(known(NOW)).isEqualTo(new KnownUntil(FRIDAY, LocalDate.parse("2026-11-05"), Source.FILE));
  }

  @Test
  void aFileThatBroughtNoRunOrWasRefusedSaysNothing() {
    importFile(MONDAY, 1, null);
    importFile(FRIDAY, 0, null);
    importFile(FRIDAY.plusSeconds(1), 3, "It is no archive.");

    assertThat(known(NOW).moment()).isEqualTo(MONDAY);
  }

  @Test
  void aFileDoesNotSpeakForASourceThatIsSilent() {
    connect(Source.GARMIN, MONDAY);
    answer(Source.GARMIN, MONDAY);
    importFile(FRIDAY, 1, null);

    assertThat(known(NOW).moment()).isEqualTo(MONDAY);
  }

  @Test
  void aSourceConnectedAnewLeavesWhatWasKnownAndBindsFromThenOn() {
    connect(Source.GARMIN, MONDAY);
    answer(Source.GARMIN, FRIDAY);
    connect(Source.STRAVA, FRIDAY.plusSeconds(60));
    assertThat(known(NOW).moment()).isEqualTo(FRIDAY);

    answer(Source.GARMIN, NOW);
    assertThat(known(NOW)).isEqualTo(new KnownUntil(FRIDAY.plusSeconds(60), LocalDate.parse("2026-11-05"), Source.STRAVA));
  }

  @Test
  void theFirstSourceLeavesWhatTheFilesSaid() {
    importFile(MONDAY, 1, null);
    connect(Source.GARMIN, FRIDAY);

    assertThat(known(NOW)).isEqualTo(new KnownUntil(MONDAY, LocalDate.parse("2026-11-01"), Source.FILE));
  }

  @Test
  void aSourceThatWasTakenAwayBindsNoLongerAndWhatItSaidStaysKnown() {
    connect(Source.GARMIN, MONDAY);
    connect(Source.STRAVA, MONDAY);
    answer(Source.STRAVA, MONDAY);
    answer(Source.GARMIN, FRIDAY);

    states(NOW).connected(Source.STRAVA, false);
    assertThat(known(NOW).moment()).isEqualTo(FRIDAY);

    states(NOW).connected(Source.GARMIN, false);
    assertThat(known(NOW)).isEqualTo(new KnownUntil(FRIDAY, LocalDate.parse("2026-11-05"), Source.GARMIN));
  }

  @Test
  void signingInAgainTakesNothingAway() {
    connect(Source.GARMIN, MONDAY);
    answer(Source.GARMIN, MONDAY);
    states(MONDAY).connected(Source.GARMIN, false);
    importFile(FRIDAY, 1, null);
    connect(Source.GARMIN, NOW);

    assertThat(known(NOW).moment()).isEqualTo(FRIDAY);
  }

  @Test
  void whatABackfillUnderWayHasCoveredCounts() {
    connect(Source.STRAVA, MONDAY);
    states(FRIDAY).attempted(Source.STRAVA);
    assertThat(known(FRIDAY)).isEqualTo(KnownUntil.NOTHING);

    states(FRIDAY.plusSeconds(600)).backfillReached(Source.STRAVA, Instant.parse("2026-09-01T00:00:00Z"));
    assertThat(known(NOW)).isEqualTo(new KnownUntil(FRIDAY, LocalDate.parse("2026-11-05"), Source.STRAVA));
  }

  @Test
  void aRunThatBeginsDuringALongAnswerIsNotInIt() {
    connect(Source.GARMIN, MONDAY);
    states(FRIDAY).attempted(Source.GARMIN);
    states(FRIDAY.plusSeconds(6 * 3600)).succeeded(Source.GARMIN);

    assertThat(known(NOW).moment()).isEqualTo(FRIDAY);
  }

  @Test
  void aClockThatIsMovedAheadMakesNothingKnownAndOneThatWasAheadDoesNotEither() {
    connect(Source.GARMIN, MONDAY);
    answer(Source.GARMIN, NOW);
    assertThat(known(NOW.plusSeconds(21 * 86400)).moment()).isEqualTo(NOW);

    assertThat(known(FRIDAY)).isEqualTo(new KnownUntil(FRIDAY, LocalDate.parse("2026-11-05"), Source.GARMIN));
  }

  @Test
  void theWeatherIsNoSourceOfRuns() {
    answer(Source.OPEN_METEO, FRIDAY);

    assertThat(known(NOW)).isEqualTo(KnownUntil.NOTHING);
  }

  @Test
  void statementsAndJavaReadTheSameRow() {
    importFile(FRIDAY, 1, null);
    KnownUntil kept = known(NOW);

    try (var handle = database.reading().open()) {
      assertThat(KnownUntil.read(handle)).isEqualTo(kept);
      assertThat(handle.createQuery("select known_day from known_until").mapTo(String.class).one()).isEqualTo("2026-11-05");
    }
  }
}
