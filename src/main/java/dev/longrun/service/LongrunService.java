package dev.longrun.service;

import dev.longrun.coach.OllamaModel;
import dev.longrun.log.Database;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.record.SyncStates;
import dev.longrun.log.TrainingLog;
import dev.longrun.settings.PresentSettings;
import dev.longrun.settings.Settings;
import dev.longrun.source.file.FileMapper;
import dev.longrun.unpack.SqliteLibrary;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/**
 * The pipeline on one home: the database, the beans and the routes of {@code routes/}, started together and stopped together.
 * With schedules it is the service; without them its routes are called in order ({@link Cycle}).
 */
public final class LongrunService implements AutoCloseable {
  /** Systems that shut down are patient for about ten seconds; whatever is cut off is taken up again at the next start. */
  private static final int SHUTDOWN_SECONDS = 6;

  private final Settings settings;
  private final PresentSettings present;
  private final Database database;
  private final Main main = new Main();

  /** Opens and migrates the database; nothing runs yet. */
  public LongrunService(Settings settings, ProgramFolder folder, boolean schedules) {
    this(settings, folder, schedules, Map.of());
  }

  /** @param routeProperties win over those of the settings and of application.properties: shorter timeouts, say */
  public LongrunService(Settings settings, ProgramFolder folder, boolean schedules, Map<String, String> routeProperties) {
    this(PresentSettings.always(settings), folder, schedules, routeProperties);
  }

  /** @param present for the few settings that are taken without a restart */
  public LongrunService(PresentSettings present, ProgramFolder folder, boolean schedules, Map<String, String> routeProperties) {
    this.settings = present.read();
    this.present = present;
    SqliteLibrary.keepWithin(settings.home());
    this.database = Database.open(settings.home().resolve("longrun.db"), folder.schema());
    configure(folder, schedules, routeProperties);
  }

  private void configure(ProgramFolder folder, boolean schedules, Map<String, String> routeProperties) {
    Properties properties = new Properties();
    properties.putAll(settings.routeProperties());
    properties.put("routes", folder.routes().toAbsolutePath().toString());
    properties.put("camel.main.name", "longrun");
    properties.put("camel.main.routes-include-pattern", "file:" + folder.routes() + "/*.camel.yaml");
    if (!schedules) {
      properties.put("camel.main.routes-exclude-pattern", "**/schedules.camel.yaml");
    }
    properties.put("camel.main.shutdown-timeout", Integer.toString(SHUTDOWN_SECONDS));
    properties.putAll(routeProperties);
    main.setOverrideProperties(properties);
    main.configure().withBasePackageScanEnabled(false);
    main.bind("errorsAsFailures", new ErrorsAsFailures());
    main.bind("stumbling", new Stumbling(settings.clock()));
    main.bind("logLane", new Lane());
    main.bind("coachLane", new Lane());
    LogBeans.bind(main::bind, settings, database);
    SourceBeans.bind(
        main::bind,
        settings,
        present,
        database,
        main.lookup("trainingLog", TrainingLog.class),
        main.lookup("syncStates", SyncStates.class),
        main.lookup("putAsides", PutAsides.class));
    CoachBeans.bind(main::bind, settings, database, main.lookup("trainingLog", TrainingLog.class).notes(new FileMapper(settings.timezone())));
  }

  /** Starts the routes. */
  public void start() throws Exception {
    main.start();
  }

  public CamelContext context() {
    return main.getCamelContext();
  }

  public Database database() {
    return database;
  }

  /** Ends what is under way, or leaves it to the next start; a model that is thinking is not waited for. */
  @Override
  public void close() {
    // After a start that failed half-way there may be none.
    Optional.ofNullable(main.lookup("languageModel", OllamaModel.class)).ifPresent(OllamaModel::close);
    main.stop();
    database.close();
  }
}
