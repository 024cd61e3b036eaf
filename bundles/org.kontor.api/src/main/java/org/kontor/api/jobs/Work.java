package org.kontor.api.jobs;

/// One piece of work for a [Job]. `key` is unique among the waiting work of the job; `payload` is whatever the asker gave, often JSON or a
/// number; `attempt` starts at 1.
public record Work(String key, String payload, int attempt) {}
