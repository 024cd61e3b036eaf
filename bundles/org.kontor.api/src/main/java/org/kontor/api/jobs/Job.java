package org.kontor.api.jobs;

import org.osgi.annotation.versioning.ConsumerType;

/// Work at a time, outside of any request. A component with a [JobId].
///
/// Runs at least once, on a thread of the portal, not inside a transaction: it may write in several. After a crash it is called
/// again with the same [Work#key] and payload, so it must find out what is done already. When it throws it is called again with a
/// growing pause. While its bundle is away its work waits.
@ConsumerType
public interface Job {
    void run(Work work) throws Exception;
}
