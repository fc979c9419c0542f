package dev.longrun.log.said;

import dev.longrun.log.PlainText;
import dev.longrun.log.said.note.NoteEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What the runner says of shoes, inside a transaction. A shoe is found by its name, forgivingly: case, blanks and hyphens make no
 * difference, brand and model may stand before it or be left out, and a letter may be wrong, but never a number.
 */
public final class ShoeEntries {
  /** What a shoe is like before anybody says so. */
  private static final Map<String, Object> UNSAID = Map.of("carbon_plate", 0, "start_km", 0.0);

  private final Handle handle;
  private final String now;

  ShoeEntries(Handle handle, String now) {
    this.handle = handle;
    this.now = now;
  }

  /** @param known what it is called, with its brand and model */
  record Shoe(long id, String name, String known, boolean retired, boolean made) {
    String title() {
      return name + (made ? " (new)" : "");
    }
  }

  /** @param today the runner's day on which it is said */
  Effect say(NoteEntry.OfShoe entry, LocalDate today) throws NotApplied {
    Shoe shoe = findOrMake(entry.name());
    boolean changed = shoe.made();
    List<String> message = new ArrayList<>();
    for (Map.Entry<String, Object> detail : entry.details().entrySet()) {
      changed |= set(shoe.id(), detail.getKey(), detail.getValue());
      changed |=
          detail.getKey().equals("default_for") && new DefaultShoes(handle, now, today).set(shoe.id(), (String) detail.getValue());
      message.add(in(detail.getKey(), detail.getValue()));
    }
    return Effect.of(changed, "shoe " + shoe.title(), String.join(", ", message));
  }

  private boolean set(long shoeId, String column, Object value) {
    Object stored = value == null ? UNSAID.get(column) : value;
    // The columns are those that the entry's constructor allows.
    int changed =
        handle.execute(
            "update shoe set " + column + " = ?, updated_at = ? where shoe_id = ? and " + column + " is not ?", stored, now, shoeId, stored);
    if (value == null) {
      changed += handle.execute("delete from shoe_note where shoe_id = ? and field = ?", shoeId, column);
    } else {
      changed += said(shoeId, column);
    }
    return changed > 0;
  }

  private int said(long shoeId, String field) {
    return handle.execute(
        "insert into shoe_note (shoe_id, field, created_at, updated_at) values (?, ?, ?, ?) on conflict do nothing", shoeId, field, now, now);
  }

  private static String in(String column, Object value) {
    if (value == null) {
      return column.equals("retired_on") ? "not retired" : column.replace('_', ' ') + " taken back";
    }
    return switch (column) {
      case "carbon_plate" -> Integer.valueOf(1).equals(value) ? "carbon plate" : "no carbon plate";
      case "start_km" -> NotedValue.plain(value) + " km before";
      case "retire_at_km" -> "retires at " + NotedValue.plain(value) + " km";
      case "default_for" -> "default for " + value;
      case "retired_on" -> "retired on " + value;
      default -> column + " " + NotedValue.plain(value);
    };
  }

  /** @throws NotApplied when several shoes may be meant */
  Shoe findOrMake(String name) throws NotApplied {
    List<Shoe> shoes = shoes();
    List<BiPredicate<String, Shoe>> ways =
        List.of(
            (written, shoe) -> squeezed(shoe.name()).equals(squeezed(written)),
            (written, shoe) -> squeezed(shoe.known()).equals(squeezed(written)),
            (written, shoe) -> words(shoe.name() + " " + shoe.known()).containsAll(words(written)),
            (written, shoe) -> isMisspelt(squeezed(written), squeezed(shoe.name())));
    for (BiPredicate<String, Shoe> way : ways) {
      List<Shoe> found = shoes.stream().filter(shoe -> way.test(name, shoe)).toList();
      if (found.size() > 1 && found.stream().filter(shoe -> !shoe.retired()).count() == 1) {
        found = found.stream().filter(shoe -> !shoe.retired()).toList();
      }
      if (found.size() == 1) {
        return found.get(0);
      }
      if (found.size() > 1) {
        throw new NotApplied(
            "shoe “" + PlainText.line(name) + "”",
            "several shoes may be meant: " + found.stream().map(shoe -> PlainText.line(shoe.name())).sorted().collect(Collectors.joining(", "))
                + "; write the whole name.");
      }
    }
    return make(name);
  }

  private List<Shoe> shoes() {
    return handle
        .createQuery("select *, trim(coalesce(brand, '') || ' ' || coalesce(model, '')) as known from shoe order by shoe_id")
        .map(
            (row, context) -> {
              String name = row.getString("name");
              String known = row.getString("known");
              return new Shoe(row.getLong("shoe_id"), name, known.isEmpty() ? name : known, row.getString("retired_on") != null, false);
            })
        .list();
  }

  private Shoe make(String name) {
    String plain = PlainText.line(name);
    long id =
        handle
            .createQuery("insert into shoe (name, created_at, updated_at) values (:name, :now, :now) returning shoe_id")
            .bind("name", plain)
            .bind("now", now)
            .mapTo(Long.class)
            .one();
    said(id, "name");
    return new Shoe(id, plain, plain, false, true);
  }

  private static String squeezed(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static Set<String> words(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).collect(Collectors.toCollection(HashSet::new));
  }

  /** One letter is wrong, missing, too much, or has changed places with its neighbour; another number is another shoe. */
  private static boolean isMisspelt(String written, String name) {
    if (Math.min(written.length(), name.length()) < 5 || !written.replaceAll("\\P{N}", "").equals(name.replaceAll("\\P{N}", ""))) {
      return false;
    }
    int start = 0;
    int most = Math.min(written.length(), name.length());
    while (start < most && written.charAt(start) == name.charAt(start)) {
      start++;
    }
    String one = written.substring(start);
    String other = name.substring(start);
    if (one.length() == other.length()) {
      return one.isEmpty() || one.substring(1).equals(other.substring(1))
          || (one.length() > 1 && one.charAt(0) == other.charAt(1) && one.charAt(1) == other.charAt(0) && one.substring(2).equals(other.substring(2)));
    }
    return one.length() < other.length() ? other.substring(1).equals(one) : one.substring(1).equals(other);
  }
}
