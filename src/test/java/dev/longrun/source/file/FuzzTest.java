package dev.longrun.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.longrun.inbox.note.NoteParser;
import dev.longrun.source.SourceTrouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Feeds damaged and hostile bytes to every reader, from seeds that say them again: nothing but the documented refusal may come out,
 * in bounded time and memory. Short in every build; {@code -Dfuzz.seconds=60} goes on for so long with each of them, from new seeds.
 */
public class FuzzTest {
  /** Each takes a fraction of a second in every build. */
  private static final int ROUNDS = 100;

  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 0);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** The files are of some kilobytes. What a reader takes, columns and buffers, is a few MiB. */
  private static final long MOST_BYTES = 128L << 20;

  private static final FileMapper MAPPER = new FileMapper(ZoneId.of("Europe/Berlin"));
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  enum Target {
    FIT {
      @Override
      byte[] whole() {
        return FitFile.startingAt("2026-11-10T06:00:00Z").seconds(120).pause(40, 60).footPodPower(250)
            .then(FitFile.startingAt("2026-11-10T06:10:00Z").seconds(30)).bytes();
      }

      @Override
      void read(byte[] bytes, Path file) {
        readActivity(FileFormat.FIT, bytes);
      }
    },
    TCX {
      @Override
      byte[] whole() {
        return ("<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>2026-11-10T06:00:00Z</Id><Lap StartTime=\"2026-11-10T06:00:00Z\">"
                + "<TotalTimeSeconds>20</TotalTimeSeconds><DistanceMeters>80</DistanceMeters><Track>"
                + "<Trackpoint><Time>2026-11-10T06:00:00Z</Time><DistanceMeters>0</DistanceMeters><HeartRateBpm><Value>150</Value></HeartRateBpm></Trackpoint>"
                + "<Trackpoint><Time>2026-11-10T06:00:20Z</Time><DistanceMeters>80</DistanceMeters><AltitudeMeters>1e3</AltitudeMeters></Trackpoint>"
                + "</Track></Lap></Activity></Activities></TrainingCenterDatabase>")
            .getBytes(StandardCharsets.UTF_8);
      }

      @Override
      void read(byte[] bytes, Path file) {
        readActivity(FileFormat.TCX, bytes);
      }
    },
    GPX {
      @Override
      byte[] whole() {
        return DroppedFilesTest.gpx("2026-11-10T06:00:00Z", "running", 30);
      }

      @Override
      void read(byte[] bytes, Path file) {
        readActivity(FileFormat.GPX, bytes);
      }
    },
    GZIP {
      @Override
      byte[] whole() throws IOException {
        return DroppedFilesTest.gzip(GPX.whole());
      }

      @Override
      void read(byte[] bytes, Path file) throws IOException {
        byte[] content = Content.of(new ByteArrayInputStream(bytes), new Unpacking.Budget());
        FileFormat.of(content).ifPresent(format -> readActivity(format, content));
      }
    },
    ZIP {
      @Override
      byte[] whole() throws IOException {
        byte[] inner = new Zip().with("1.fit", FIT.whole()).with("x/", new byte[0]).bytes();
        return new Zip().with("activities.csv", CSV.whole()).with("a/b.gpx", GPX.whole()).with("inner.zip", inner).with("c.jpg", "x").bytes();
      }

      @Override
      void read(byte[] bytes, Path file) throws IOException {
        Files.write(file, bytes);
        try (Contents archive = Archive.open(file)) {
          readAll(archive);
        }
      }
    },
    CSV {
      @Override
      byte[] whole() {
        return ("Activity ID,Activity Date,Activity Name,Activity Type,Filename,Elapsed Time,Distance,Elapsed Time,Distance,Perceived Exertion\n"
                + "900,\"Nov 1, 2026, 6:00:00 AM\",\"a \"\"b\"\"\nc\",Run,activities/1.fit.gz,600,2.4,600,2400,7\n"
                + "901,2 Nov 2026 06:00:00,Ride,Ride,activities/2.fit,600,2.4,600,2400,\n")
            .getBytes(StandardCharsets.UTF_8);
      }

      @Override
      void read(byte[] bytes, Path file) throws IOException {
        readAll(new StravaExport.Activities("x", new ByteArrayInputStream(bytes), Map.of(), new StravaExport.Files()));
      }
    },
    JSON {
      @Override
      byte[] whole() {
        return ("[{\"summarizedActivitiesExport\":[{\"activityId\":1,\"activityType\":\"running\",\"distance\":240000,\"duration\":600000,"
                + "\"startTimeGmt\":1793512800000,\"startTimeLocal\":1793516400000,\"workoutFeel\":75,\"name\":\"x\"},"
                + "{\"activityId\":2,\"activityType\":\"cycling\"}]}]")
            .getBytes(StandardCharsets.UTF_8);
      }

      @Override
      void read(byte[] bytes, Path file) throws IOException {
        readAll(new GarminExport.Activities("x", new ByteArrayInputStream(bytes), new GarminExport.Shoes()));
      }
    },
    /** A log note: what is wrong with it is a complaint, never an exception. */
    YAML {
      @Override
      byte[] whole() {
        return """
            - run: 2026-11-20#2
              effort: 7/10
              comment: legs “heavy” # after Tuesday
            - shoe: Adios Pro 3
              default_for: [road, track]
            - race: 2027-04-11
              goal: 2:59:59
              distance_km: 42.195
            - injury: 2026-10-02..2026-10-09
              severity: 2
            - merge: [2026-11-18#1, 2026-11-18#2]
            """
            .getBytes(StandardCharsets.UTF_8);
      }

      @Override
      void read(byte[] bytes, Path file) {
        NoteParser.parse(new String(bytes, StandardCharsets.UTF_8), LocalDate.of(2026, 11, 22));
      }
    };

    abstract byte[] whole() throws IOException;

    abstract void read(byte[] bytes, Path file) throws IOException;
  }

  private static void readActivity(FileFormat format, byte[] bytes) {
    Decoded decoded = format.read(bytes);
    for (Recording recording : decoded.runs()) {
      MAPPER.judged("x-x", recording, null);
    }
  }

  private static void readAll(FoundThings things) throws IOException {
    for (Found found = things.next(); found != null; found = things.next()) {
      if (found instanceof Found.Listed listed) {
        try {
          MAPPER.map(listed.externalId(), listed.payloads());
        } catch (SourceTrouble e) {
          // One row is put aside, the next is read.
        }
      } else if (found instanceof Found.File file) {
        try {
          FileFormat.of(file.bytes()).ifPresent(format -> readActivity(format, file.bytes()));
        } catch (SourceTrouble e) {
          // The same for one file.
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void whateverTheBytesOnlyTheDocumentedRefusalComesOut(Target target) throws IOException {
    byte[] whole = target.whole();
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    long seed = SECONDS == 0 ? 0 : System.nanoTime();
    for (int round = 0; round < ROUNDS || SECONDS > 0 && System.nanoTime() < end; round++) {
      byte[] bytes = damaged(whole, new Random(seed + round));
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      try {
        target.read(bytes, folder.resolve("archive.zip"));
      } catch (SourceTrouble | IOException e) {
        assertThat(e.getMessage()).as("a sentence").isNotBlank();
      } catch (RuntimeException | Error e) {
        fail("Seed " + (seed + round) + " of " + target + ": " + Base64.getEncoder().encodeToString(bytes), e);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time for seed %d", seed + round).isLessThan(LONGEST);
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated).as("memory for seed %d", seed + round).isLessThan(MOST_BYTES);
    }
  }

  /** Cut off, flipped, blown up, doubled, taken out: a few of these at once. */
  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int wounds = 1 + random.nextInt(6);
    for (int wound = 0; wound < wounds && bytes.length > 1; wound++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = List.of((byte) 0, (byte) 0xFF, (byte) 0x7F, (byte) 0x80, (byte) '<', (byte) '"').get(random.nextInt(6));
        case 2 -> {
          for (int i = at; i < Math.min(bytes.length, at + 4); i++) {
            bytes[i] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
          }
        }
        case 3 -> bytes = spliced(bytes, at, bytes, random.nextInt(bytes.length), 1 + random.nextInt(200));
        case 4 -> bytes = spliced(bytes, at, new byte[0], 0, 0);
        default -> {
          if (random.nextInt(4) == 0) {
            bytes = Arrays.copyOf(bytes, at);
          }
        }
      }
    }
    return bytes;
  }

  /** With nothing to put in, something is taken out. */
  private static byte[] spliced(byte[] bytes, int at, byte[] from, int start, int length) {
    int put = Math.min(length, from.length - start);
    int taken = put > 0 ? 0 : Math.min(20, bytes.length - at);
    byte[] result = new byte[bytes.length + Math.max(0, put) - taken];
    System.arraycopy(bytes, 0, result, 0, at);
    if (put > 0) {
      System.arraycopy(from, start, result, at, put);
    }
    System.arraycopy(bytes, at + taken, result, at + Math.max(0, put), bytes.length - at - taken);
    return result;
  }
}
