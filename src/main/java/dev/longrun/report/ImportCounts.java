package dev.longrun.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * What became of the activities of imports, each in one number of these: together they are all that was looked at.
 *
 * @param whole new runs, all of them
 * @param merged told more, or something else, about a run that was there
 * @param skipped other sports, and files that are no activities
 * @param inPart new or merged, but not all of them could be read
 */
record ImportCounts(long whole, long merged, long known, long skipped, long inPart, long refused) {
  /** @param importIds at least one */
  static ImportCounts of(Handle handle, List<Long> importIds) {
    return handle
        .createQuery(
            """
            with part as (
                select import_id, outcome, count(*) as files from imported_file
                where import_id in (<ids>) and outcome in ('loaded', 'merged', 'changed') and detail is not null
                group by import_id, outcome)
            select
                coalesce(sum(loaded), 0) - (select coalesce(sum(files), 0) from part where outcome = 'loaded') as whole,
                coalesce(sum(merged + changed), 0) - (select coalesce(sum(files), 0) from part where outcome <> 'loaded') as merged,
                coalesce(sum(known), 0) as known,
                coalesce(sum(other_sports + no_activity), 0) as skipped,
                (select coalesce(sum(files), 0) from part) as in_part,
                coalesce(sum(max(put_aside, case when read_things + no_activity = 0 and refusal is not null then 1 else 0 end)), 0) as refused
            from file_import where import_id in (<ids>)""")
        .bindList("ids", importIds)
        .map(
            (row, context) ->
                new ImportCounts(
                    row.getLong("whole"), row.getLong("merged"), row.getLong("known"), row.getLong("skipped"), row.getLong("in_part"),
                    row.getLong("refused")))
        .one();
  }

  /** {@code 14 looked at: 4 new, 2 merged, 3 known, 2 skipped, 1 loaded in part, 2 refused}. */
  String line() {
    List<String> parts = new ArrayList<>();
    add(parts, whole, "new");
    add(parts, merged, "merged");
    add(parts, known, "known");
    add(parts, skipped, "skipped");
    add(parts, inPart, "loaded in part");
    add(parts, refused, "refused");
    return String.format(Locale.ENGLISH, "%,d looked at: ", whole + merged + known + skipped + inPart + refused) + String.join(", ", parts);
  }

  private static void add(List<String> parts, long count, String what) {
    parts.add(String.format(Locale.ENGLISH, "%,d %s", count, what));
  }
}
