package org.kontor.api.events;

import java.time.Instant;
import org.kontor.api.people.Actor;

/// When, by whom and why an event happened.
///
/// `position` grows along the journal but has holes. `cause` tells what led to it, for people and for cutting loops.
public record Occurrence(long position, Instant moment, Actor actor, Cause cause) {}
