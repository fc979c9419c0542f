package dev.longrun.source.file;

import dev.longrun.log.Gear;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** What the lists of an archive have said so far, for what comes after them. */
final class Export {
  final GarminExport.Shoes garminShoes = new GarminExport.Shoes();
  final Map<String, Gear> stravaShoes = new HashMap<>();
  final StravaExport.Files stravaFiles = new StravaExport.Files();

  /** The activities of a list; null when it is a list of something else. */
  FoundThings activities(EntryName name, InputStream input) throws IOException {
    if (name.endsIn(GarminExport.ACTIVITIES)) {
      return new GarminExport.Activities(name.label(), input, garminShoes);
    }
    return name.isCalled(StravaExport.ACTIVITIES) ? new StravaExport.Activities(name.label(), input, stravaShoes, stravaFiles) : null;
  }

  /** A list of shoes. */
  void readShoes(EntryName name, InputStream input) throws IOException {
    if (name.endsIn(GarminExport.GEAR_LIST)) {
      garminShoes.read(input);
    } else {
      stravaShoes.putAll(StravaExport.shoes(input));
    }
  }
}
