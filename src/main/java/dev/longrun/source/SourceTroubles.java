package dev.longrun.source;

import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Reason;
import dev.longrun.log.Source;
import dev.longrun.log.record.SyncStates;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a request that failed for good: the source waits, the runner is told, or one activity is put aside while the
 * others go on. Nothing that was read before is lost. Thread-safe.
 */
public final class SourceTroubles {
  /** What is noted as the field when a whole activity could not be read. */
  public static final String WHOLE_ACTIVITY = "activity";

  private static final Logger LOG = LoggerFactory.getLogger(SourceTroubles.class);

  private final SyncStates syncStates;
  private final PutAsides putAsides;

  public SourceTroubles(SyncStates syncStates, PutAsides putAsides) {
    this.syncStates = syncStates;
    this.putAsides = putAsides;
  }

  /**
   * @param poll the pass under way; null when it has not begun
   * @param externalId the activity or place asked about; null when it was the list
   */
  public void met(String source, Poll poll, String externalId, Throwable failure) {
    Source of = Source.of(source);
    if (find(failure, SQLException.class).isPresent()) {
      // Not the site's fault, and no reason to put what it said aside.
      LOG.warn("{}: the database refused what was read", of.title(), failure);
      syncStates.failed(of, "The database could not take in what " + of.title() + " sent: is the disk full, or is another program writing to it?");
      stop(poll);
      return;
    }
    SourceTrouble trouble = trouble(of, failure);
    LOG.warn("{}: {}", of.title(), trouble.getMessage());
    if (externalId != null && poll != null && poll.doesWithout(externalId, trouble)) {
      putAsides.note(of, externalId, WHOLE_ACTIVITY, null, trouble.getMessage());
      return;
    } else if (trouble instanceof AskLater later) {
      if (poll != null && poll.newestIsRead()) {
        syncStates.answeredSoFar(of);
      }
      syncStates.block(of, later.until(), trouble.getMessage() + (poll == null ? "" : poll.outlook(later.until())));
    } else if (trouble instanceof ActionNeeded || trouble instanceof AccessRefused) {
      syncStates.needAction(of, trouble.getMessage());
    } else if (externalId != null) {
      putAside(of, poll, externalId, trouble);
      return;
    } else if (trouble instanceof Withheld) {
      syncStates.needAction(of, trouble.getMessage() + " Without its list nothing can be read: if this lasts, connect again.");
    } else {
      syncStates.failed(of, trouble.getMessage());
    }
    stop(poll);
  }

  /** Something that an activity can do without could not be read: the activity is loaded without it and read again later. */
  public void beside(Poll poll, String externalId, Throwable failure) {
    LOG.info("Something of {} could not be read: {}", externalId, failure.getMessage());
    poll.lacks(externalId);
  }

  private static void stop(Poll poll) {
    if (poll != null) {
      poll.stop();
    }
  }

  private void putAside(Source source, Poll poll, String externalId, SourceTrouble trouble) {
    if (trouble instanceof UnusableValue value) {
      putAsides.note(source, externalId, value.field(), value.value(), value.getMessage());
      return;
    }
    if (!poll.hasAnswered()) {
      // Over as soon as anything is answered; a source that only failed has not answered.
      syncStates.failed(source, trouble.getMessage());
    }
    boolean again = putAsides.isNoted(source, externalId, WHOLE_ACTIVITY);
    putAsides.note(source, externalId, WHOLE_ACTIVITY, null, trouble.getMessage());
    if (again) {
      poll.stumbledAgain();
      return;
    }
    poll.stumbled();
    if (poll.hopeless()) {
      syncStates.failed(source, trouble.getMessage());
      poll.stop();
    }
  }

  private static SourceTrouble trouble(Source source, Throwable failure) {
    return find(failure, SourceTrouble.class)
        .or(() -> find(failure, IOException.class).map(e -> new SiteDown(noAnswer(source, e), e)))
        .orElseGet(
            () -> {
              LOG.error("{}: unexpected", source.title(), failure);
              return new UnusableAnswer(
                  source.title() + "'s answer could not be used, for a reason that nobody thought of; the home's logs/ folder says more.", failure);
            });
  }

  // The exception's own message may hold the whole address.
  private static String noAnswer(Source source, IOException e) {
    return source.title() + (Reason.isTimeout(e) ? " did not answer in time." : " could not be reached: " + Reason.ofSilence(e) + ".");
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return Reason.causes(failure).filter(type::isInstance).map(type::cast).findFirst();
  }
}
