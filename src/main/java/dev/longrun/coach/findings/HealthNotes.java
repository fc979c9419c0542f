package dev.longrun.coach.findings;

import dev.longrun.coach.health.RedFlags;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.report.Markdown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Injuries and illnesses that the runner noted. */
public final class HealthNotes implements FindingMaker {
  private static final String NOTES =
      """
      select kind, from_date, coalesce(to_date, from_date) as to_date, body_part, severity, text from annotation
      where kind in ('injury', 'illness') and from_date <= :to and coalesce(to_date, from_date) >= :from
      order by from_date desc""";

  private static final String SAID =
      """
      select text from annotation where text is not null and coalesce(to_date, from_date) >= :from and from_date <= :to
      union all
      select comment from counted_run where comment is not null and run_date between :from and :to""";

  private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

  /** @param to the last day; far in the future while it lasts */
  public record Note(String kind, LocalDate from, LocalDate to, String bodyPart, Integer severity) {
    public boolean isOpenOn(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }

    String described(LogView log) {
      String what = kind.equals("injury") ? "an injury" + (bodyPart == null ? "" : " (" + Markdown.text(bodyPart) + ")") : "an illness";
      return to.equals(OPEN) ? what + " since " + log.day(from) : from.equals(to) ? what + " on " + log.day(from) : what + " from " + log.day(from) + " to " + log.day(to);
    }
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.INJURY, Topic.ILLNESS, Topic.RUN_TOMORROW, Topic.READINESS, Topic.FATIGUE, Topic.NEXT_WEEK, Topic.ON_TRACK, Topic.GENERAL, Topic.LONG_RUN);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    boolean lead = asked.topic() == Topic.INJURY || asked.topic() == Topic.ILLNESS;
    String kind = asked.topic() == Topic.ILLNESS ? "illness" : asked.topic() == Topic.INJURY ? "injury" : null;
    List<Finding> findings = new ArrayList<>();
    LocalDate from = asked.period() != null && lead ? asked.period().from() : log.today().minusDays(lead ? 730 : 14);
    redFlags(log).forEach(findings::add);
    List<Note> notes = between(from, log.today(), log);
    int importance = 94;
    for (Note note : notes) {
      boolean open = note.isOpenOn(log.today());
      if (kind != null && !kind.equals(note.kind()) && !open) {
        continue;
      }
      findings.add(
          log.statement("health." + note.kind() + "-" + note.from())
              .say(open ? "You noted %s; it is not over." : "You noted %s.", note.described(log))
              .claims(open ? new Claim[] {Claim.WARNING} : new Claim[] {})
              .importance(open ? 97 : lead ? importance : 40)
              .made());
      importance -= 5;
    }
    if (findings.isEmpty() && lead) {
      boolean ever = between(LocalDate.EPOCH, log.today(), log).stream().anyMatch(note -> note.kind().equals(kind));
      findings.add(
          log.statement("health.none-noted")
              .say(ever ? "No %s is noted in that time." : "No %s was ever noted, which need not mean that there was none.", Objects.requireNonNullElse(kind, "injury"))
              .say("`%s:` in a log note tells me.", Objects.requireNonNullElse(kind, "injury"))
              .strength(Strength.UNKNOWN)
              .importance(90)
              .made());
    }
    return findings;
  }

  /** In what was noted or commented in the last two weeks. */
  private static List<Finding> redFlags(LogView log) {
    String words = String.join("\n", log.handle().createQuery(SAID).bind("from", log.today().minusDays(14).toString()).bind("to", log.today().toString()).mapTo(String.class).list());
    return RedFlags.in(words).stream()
        .map(flag -> log.statement("health.red-flag-" + flag.id()).say("%s", String.join(" ", flag.says())).claims(Claim.WARNING).strength(Strength.STRONG).importance(100).made())
        .toList();
  }

  /** Whether something noted lately belongs before a physician first. */
  public static boolean hasRedFlag(LogView log) {
    return !redFlags(log).isEmpty();
  }

  /** Those that touch the days, newest first. */
  public static List<Note> between(LocalDate from, LocalDate to, LogView log) {
    return log.handle()
        .createQuery(NOTES)
        .bind("from", from.toString())
        .bind("to", to.toString())
        .map(
            (row, context) ->
                new Note(
                    row.getString("kind"),
                    LocalDate.parse(row.getString("from_date")),
                    LocalDate.parse(row.getString("to_date")),
                    row.getString("body_part"),
                    row.getObject("severity") == null ? null : (Integer) row.getInt("severity")))
        .list();
  }

  /** Those of a day and the three days before it. */
  static List<Note> around(LocalDate day, LogView log) {
    return between(day.minusDays(3), day, log);
  }
}
