package org.kontor.api.jobs;

/// What the work needs is not there yet, as a document type whose module comes up after the job. Thrown by a [Job] instead of a failure: the work
/// is called again soon, after a second at first and at most half a minute later each time, and nobody is alarmed.
public final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotYet(String missing) {
        super(missing);
    }

    public NotYet(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
