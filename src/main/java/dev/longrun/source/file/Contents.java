package dev.longrun.source.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * What is in a dropped archive or folder. Lists come first, because they say what the files are; then everything in the order of its
 * name, so that an interrupted reading goes the same way again. Nothing is unpacked to the disk.
 */
final class Contents implements FoundThings {
  private final Closeable source;
  private final Iterator<Visit> visits;
  private final long allBytes;
  private final Unpacking.Budget budget = new Unpacking.Budget();
  private final Export export = new Export();
  private long doneBytes;
  private FoundThings inside;
  private String insideLabel;

  /** A member is gone into once, or once for the lists in it and once for the rest. */
  private record Visit(Member member, EntryName name, int turn) {}

  /** @param source what is closed at the end */
  Contents(List<? extends Member> members, Closeable source) {
    this.source = source;
    List<Visit> all = new ArrayList<>();
    boolean lists = members.stream().anyMatch(member -> EntryName.of(member).turn() < EntryName.LAST_TURN);
    for (Member member : members) {
      EntryName name = EntryName.of(member);
      // An export that was zipped once more has its lists inside; those of one that was not stand outside.
      for (int turn = name.isArchive() && !lists && member.path() == null ? 0 : name.turn(); turn <= name.turn(); turn++) {
        all.add(new Visit(member, name, turn));
      }
    }
    all.sort(Comparator.comparingInt(Visit::turn).thenComparing(visit -> visit.name().name()));
    this.visits = all.iterator();
    this.allBytes = Math.max(1, all.stream().mapToLong(visit -> Math.max(0, visit.member().bytes())).sum());
  }

  @Override
  public Found next() throws IOException {
    while (true) {
      if (inside != null) {
        Found found = nextInside();
        if (found != null) {
          return found;
        }
        continue;
      }
      if (!visits.hasNext()) {
        return null;
      }
      Found found = enter(visits.next());
      if (found != null) {
        return found;
      }
    }
  }

  private Found nextInside() throws IOException {
    String problem;
    try {
      Found found = inside.next();
      if (found != null) {
        return found;
      }
      problem = null;
    } catch (UnusableFile e) {
      if (e.isForTheWhole()) {
        throw e;
      }
      problem = e.getMessage();
    } catch (JsonProcessingException e) {
      problem = "The list is cut off or no JSON; what stood before that is read.";
    } catch (IOException | RuntimeException e) {
      problem = "It is cut off or damaged; what stood before that is read.";
    }
    inside.close();
    inside = null;
    return problem == null ? null : new Found.Unusable(insideLabel, problem, false);
  }

  private Found enter(Visit visit) {
    EntryName name = visit.name();
    doneBytes += Math.max(0, visit.member().bytes());
    String hostility = visit.member().hostility();
    if (hostility != null) {
      return new Found.Unusable(name.label(), hostility, true);
    }
    try {
      return open(visit.member(), name, visit.turn());
    } catch (UnusableFile e) {
      if (e.isForTheWhole()) {
        throw e;
      }
      return new Found.Unusable(name.label(), e.getMessage(), false);
    } catch (IOException | RuntimeException e) {
      return new Found.Unusable(name.label(), "It is cut off or damaged.", false);
    }
  }

  private Found open(Member member, EntryName name, int turn) throws IOException {
    if (turn == EntryName.LAST_TURN && !name.isActivity() && !name.isArchive()) {
      return new Found.Other(name.label());
    }
    if (member.obstacle() != null) {
      return new Found.Unusable(name.label(), member.obstacle(), false);
    }
    if (name.isActivity()) {
      if (export.stravaFiles.isOther(name.name())) {
        return new Found.Other(name.label());
      }
      try (InputStream input = member.open(budget)) {
        return new Found.File(name.label(), Content.of(input, budget), export.stravaFiles.run(name.name()));
      }
    }
    insideLabel = name.label();
    if (name.isArchive()) {
      inside =
          member.path() == null ? new NestedArchive(name.label(), member.open(budget), budget, export, turn) : Archive.open(member.path());
      return null;
    }
    InputStream input = member.open(budget);
    inside = export.activities(name, input);
    if (inside == null) {
      try (input) {
        export.readShoes(name, input);
      }
    }
    return null;
  }

  @Override
  public double share() {
    return Math.min(1, (double) doneBytes / allBytes);
  }

  @Override
  public void close() throws IOException {
    if (inside != null) {
      inside.close();
    }
    source.close();
  }
}
