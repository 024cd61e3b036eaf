package org.kontor.core.files;

import org.kontor.api.files.StorageLimits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/// Limits as configured.
@Component
public final class ConfiguredLimits implements StorageLimits {
    @interface Config {
        /// The largest file that is taken.
        long perFileMegabytes() default 64;

        /// What all files together may have; 0 for no bound.
        long totalMegabytes() default 0;
    }

    private final long perFile;
    private final long total;

    @Activate
    public ConfiguredLimits(Config config) {
        this(config.perFileMegabytes() << 20, config.totalMegabytes() == 0 ? Long.MAX_VALUE : config.totalMegabytes() << 20);
    }

    /// In bytes, for tests.
    public ConfiguredLimits(long perFile, long total) {
        this.perFile = perFile;
        this.total = total;
    }

    @Override
    public long perFile() {
        return perFile;
    }

    @Override
    public long total() {
        return total;
    }
}
