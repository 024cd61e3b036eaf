package org.kontor.api.documents;

/// How many; when not `exact` there are at least so many.
public record Count(long value, boolean exact) {}
