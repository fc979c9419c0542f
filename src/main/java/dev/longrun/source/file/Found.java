package dev.longrun.source.file;

import dev.longrun.log.Sport;
import java.util.Map;

/** One thing found in a dropped file. Labels are for people; they are never paths. */
sealed interface Found {
  String label();

  /**
   * The bytes of an activity file.
   *
   * @param certainSport what the list of the export says of it; null when there is none
   */
  record File(String label, byte[] bytes, Sport certainSport) implements Found {}

  /**
   * A row in the list of an export.
   *
   * @param externalId as {@link dev.longrun.log.record.FileIdentity} names it
   * @param payloads what is kept of it, by kind
   */
  record Listed(String label, String externalId, Map<String, byte[]> payloads) implements Found {}

  /** Something of another sport, told without reading it. */
  record OtherSport(String label, String sport) implements Found {}

  /** Photos, settings, lists of other things: counted, not read. */
  record Other(String label) implements Found {}

  /**
   * Something that should have been an activity, or an attack.
   *
   * @param hostile whether no honest program makes such a thing
   */
  record Unusable(String label, String sentence, boolean hostile) implements Found {}
}
