package dev.longrun.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of runs that may be one, and that nobody has settled: two that overlap in time, of which only one can have happened so; two alike
 * that are an hour apart to the second; one whose start was hidden (a site then says 00:00:01) beside another of the day that is alike.
 */
final class DoubtfulRuns {
  /** A status is one screen. */
  private static final int SHOWN = 10;

  private static final String PAIRS =
      """
      with pair as (
          select one.run_date as one_date, one.run_no as one_no, other.run_date as other_date, other.run_no as other_no,
                 unixepoch(one.started_at) as one_start, unixepoch(other.started_at) as other_start,
                 coalesce(one.elapsed_s, one.moving_s, 0) as one_s, coalesce(other.elapsed_s, other.moving_s, 0) as other_s,
                 abs(one.distance_m - other.distance_m) <= 0.1 * max(one.distance_m, other.distance_m)
                     and abs(one.moving_s - other.moving_s) <= 0.1 * max(one.moving_s, other.moving_s) as alike,
                 strftime('%H:%M:%S', one.started_at, one.utc_offset_s || ' seconds') = '00:00:01'
                     or strftime('%H:%M:%S', other.started_at, other.utc_offset_s || ' seconds') = '00:00:01' as hidden
          from main_log as one
          join main_log as other
            on other.run_date between one.run_date and date(one.run_date, '+1 day')
           and (other.run_date, other.run_no) > (one.run_date, one.run_no)
      )
      select one_date || '#' || one_no as one, other_date || '#' || other_no as other,
             case when one_start < other_start + other_s and other_start < one_start + one_s then 'overlap in time'
                  when alike and hidden then 'are alike, and the start of one is hidden'
                  else 'are alike and an hour apart to the second' end as why
      from pair
      where (one_start < other_start + other_s and other_start < one_start + one_s
             or alike and hidden and one_date = other_date
             or alike and abs(abs(other_start - one_start) - 3600) <= 5)
        and not exists (
            select 1
            from noted_pair
            join noted_run_record as first_record on first_record.noted_run_id = first_run_id
            join source_activity as first_said on (first_said.source, first_said.external_id) = (first_record.source, first_record.external_id)
            join noted_run_record as second_record on second_record.noted_run_id = second_run_id
            join source_activity as second_said on (second_said.source, second_said.external_id) = (second_record.source, second_record.external_id)
            where decision = 'apart'
              and ((first_said.run_date, first_said.run_no, second_said.run_date, second_said.run_no) = (one_date, one_no, other_date, other_no)
                   or (second_said.run_date, second_said.run_no, first_said.run_date, first_said.run_no) = (one_date, one_no, other_date, other_no)))
      order by one_date desc, one_no
      limit\s"""
          + SHOWN;

  private DoubtfulRuns() {}

  static List<String> sentences(Statement statement) throws SQLException {
    List<String> sentences = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(PAIRS)) {
      while (row.next()) {
        String pair = "[" + row.getString("one") + ", " + row.getString("other") + "]";
        sentences.add(
            row.getString("one") + " and " + row.getString("other") + " " + row.getString("why") + ": drop a note with the line \"- merge: " + pair
                + "\" if they are one run, or \"- apart: " + pair + "\" if they are two");
      }
    }
    return sentences;
  }
}
