package org.kontor.api.jobs;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/// Asks for work at a time. What is asked inside a transaction is kept with it.
@ProviderType
public interface Jobs {

    /// Asks for work at `due`, or soon if that is past. Work of the same job and key that still waits is moved and gets the new
    /// payload.
    void at(Instant due, String jobId, String key, String payload);

    /// Takes waiting work back.
    ///
    /// @return false when there was none or it runs already
    boolean cancel(String jobId, String key);
}
