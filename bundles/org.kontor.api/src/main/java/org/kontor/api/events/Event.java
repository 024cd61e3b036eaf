package org.kontor.api.events;

import org.osgi.annotation.versioning.ConsumerType;

/// Something that happened and is in the journal: a record in the past tense, with an [EventId].
///
/// Its components are kept as JSON, so they are texts, numbers, booleans, moments, lists and records of these, or [java.util.Optional] of one.
@ConsumerType
public interface Event {}
