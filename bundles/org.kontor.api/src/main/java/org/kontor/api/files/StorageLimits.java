package org.kontor.api.files;

import org.osgi.annotation.versioning.ProviderType;

/// How much may be stored: asked before content is taken, and by pages that say so beforehand.
///
/// The portal has one from its configuration; a bundle that sells space registers another with a higher service ranking.
@ProviderType
public interface StorageLimits {

    /// The largest single file, in bytes.
    long perFile();

    /// What all files together may have, in bytes; [Long#MAX_VALUE] for no bound.
    long total();
}
