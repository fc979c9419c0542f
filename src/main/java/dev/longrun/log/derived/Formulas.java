package dev.longrun.log.derived;

import org.jdbi.v3.core.Handle;

/**
 * The versions of the formulas in force (but for the ledger's, which is never derived again), as {@code schema/R__formulas.sql} states them.
 *
 * @param version stands on every derived row
 * @param fingerprint changes whenever any formula does
 */
record Formulas(int version, String fingerprint) {

  static Formulas inForce(Handle handle) {
    return handle
        .createQuery(
            """
            select sum(version) as version, group_concat(metric || ' ' || version, ', ') as fingerprint
            from (select * from formula where metric not like 'goal_ledger.%' order by metric)""")
        .map((row, context) -> new Formulas(row.getInt("version"), row.getString("fingerprint")))
        .one();
  }
}
