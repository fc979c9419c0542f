package dev.longrun.log.record;

import java.time.Instant;

/**
 * What is known of a source's login beside its tokens. Everything may be null: nothing of the kind has happened yet.
 *
 * @param account the site's own id of whose login it is
 * @param verified a fingerprint of the refresh token that was last seen to be this account's
 * @param refreshes how many access tokens were granted since the first one
 * @param coolDownS how long the last cool-down was, seconds
 * @param coolDownUntil the token host is not asked before this instant
 */
public record LoginState(String account, String verified, long refreshes, Instant refreshedAt, Long coolDownS, Instant coolDownUntil) {
  static final LoginState NEW = new LoginState(null, null, 0, null, null, null);
}
