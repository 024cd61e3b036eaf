package org.kontor.api.events;

/// What led to a journal entry. `depth` counts the automatic entries between it and the act of a person.
public sealed interface Cause {

    /// A person, a program or a module acted directly.
    record Direct() implements Cause {}

    /// A reaction or a robot followed the entry at `parent`.
    record Follows(long parent, int depth) implements Cause {}

    /// A row of an import.
    record Import(long importId) implements Cause {}

    /// One document of a bulk change, or of what takes a bulk change or an import back.
    record Batch(long batchId) implements Cause {}

    default int depth() {
        return this instanceof Follows follows ? follows.depth() : 0;
    }
}
