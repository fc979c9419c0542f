package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Units;
import dev.longrun.report.Markdown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A finding in the making: its sentences are templates into which only facts, days and quoted names go, so that every number in the
 * text is a fact of the finding.
 */
public final class Statement {
  /** One of something is singular, whatever the template says. */
  private static final Pattern ONE = Pattern.compile("(?<![\\d.,:/-])1 (run|day|week|time|night|piece)s\\b");

  private final String id;
  private final LogView log;
  private final List<String> sentences = new ArrayList<>();
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Set<Claim> claims = EnumSet.noneOf(Claim.class);
  private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
  private Strength strength = Strength.COUNTED;
  private int importance = 50;
  private String wrongIf;

  Statement(String id, LogView log) {
    this.id = id;
    this.log = log;
  }

  /** Text from outside, on its way into a sentence. */
  public record Name(String text) {}

  /** A fact shown without its sign, where the sentence says which way it goes. */
  private record Unsigned(Fact fact) {}

  /** A fact shown with its sign. */
  private record Signed(Fact fact) {}

  public static Object unsigned(Fact fact) {
    return new Unsigned(fact);
  }

  public static Object signed(Fact fact) {
    return new Signed(fact);
  }

  /**
   * Adds a sentence.
   *
   * @param template with {@code %s} for each argument
   * @param arguments facts, days, {@link Name}s, or words of ours
   */
  public Statement say(String template, Object... arguments) {
    Object[] shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = shown(arguments[i]);
    }
    sentences.add(ONE.matcher(template.formatted(shown)).replaceAll("1 $1"));
    return this;
  }

  private String shown(Object argument) {
    Units units = log.units();
    if (argument instanceof Fact fact) {
      return keep(fact).quantity().shown(units);
    } else if (argument instanceof Unsigned unsigned) {
      return keep(unsigned.fact()).quantity().absolute().shown(units);
    } else if (argument instanceof Signed signed) {
      return keep(signed.fact()).quantity().signed(units);
    } else if (argument instanceof LocalDate day) {
      return log.day(day);
    } else if (argument instanceof Name name) {
      return Markdown.text(name.text());
    } else if (argument instanceof Quantity) {
      throw new IllegalArgumentException("A number in a finding is a fact: " + id);
    }
    return String.valueOf(argument);
  }

  private Fact keep(Fact fact) {
    facts.put(fact.id(), fact);
    return fact;
  }

  /** A fact that belongs to it without standing in its words. */
  public Statement with(Fact fact) {
    if (fact != null && fact.quantity() != null) {
      keep(fact);
    }
    return this;
  }

  public Statement claims(Claim... more) {
    claims.addAll(List.of(more));
    return this;
  }

  public Statement topics(Topic... more) {
    topics.addAll(List.of(more));
    return this;
  }

  public Statement strength(Strength value) {
    strength = value;
    return this;
  }

  /** From 0 to 100. */
  public Statement importance(int value) {
    importance = value;
    return this;
  }

  public Statement wrongIf(String condition) {
    wrongIf = condition;
    return this;
  }

  public Finding made() {
    return new Finding(id, topics, String.join(" ", sentences), List.copyOf(facts.values()), claims, strength, importance, wrongIf);
  }
}
