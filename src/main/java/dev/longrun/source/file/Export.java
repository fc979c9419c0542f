package dev.longrun.source.file;

import dev.longrun.log.Gear;
import java.util.HashMap;
import java.util.Map;

/** What the lists of an archive have said so far, for what comes after them. */
final class Export {
  final GarminExport.Shoes garminShoes = new GarminExport.Shoes();
  final Map<String, Gear> stravaShoes = new HashMap<>();
  final StravaExport.Files stravaFiles = new StravaExport.Files();
}
