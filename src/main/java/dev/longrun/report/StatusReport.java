package dev.longrun.report;

import dev.longrun.settings.Settings;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Keeps {@code status.md} and {@code ATTENTION.md} in the outbox as things are. Thread-safe. */
public final class StatusReport {
  private final Settings settings;
  private final StatusReader reader;
  private final Outbox outbox;

  public StatusReport(Settings settings, DataSource reader, Outbox outbox) {
    this.settings = settings;
    this.reader = new StatusReader(settings, reader);
    this.outbox = outbox;
  }

  /** Writes what has changed, as seen by the running service. */
  public void refresh() {
    write(OptionalLong.of(ProcessHandle.current().pid()));
  }

  /** The same when no service runs (any more). */
  public void refreshStopped() {
    write(OptionalLong.empty());
  }

  private synchronized void write(OptionalLong service) {
    Status status = reader.read(service);
    outbox.write("status.md", StatusText.of(settings, status));
    Optional<String> attention = Attention.text(settings, status);
    attention.ifPresentOrElse(text -> outbox.write("ATTENTION.md", text), () -> outbox.delete("ATTENTION.md"));
  }
}
