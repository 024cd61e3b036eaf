package org.kontor.core.modules;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices files that come to or go from the `deploy` folder: one that is no bundle causes no event of the framework.
final class DeployFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);

    /// After this time a file that could be installed is installed.
    static final long SETTLED_MILLIS = 2000;

    private final WatchService watch;

    DeployFolder(Path folder, Notices notices) throws IOException {
        watch = folder.getFileSystem().newWatchService();
        Files.createDirectories(folder).register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE, StandardWatchEventKinds.ENTRY_MODIFY);
        Thread.ofPlatform().daemon().name("kontor-deploy").start(() -> follow(notices));
    }

    private void follow(Notices notices) {
        try {
            while (true) {
                WatchKey key = watch.take();
                key.pollEvents();
                notices.soon();
                notices.in(SETTLED_MILLIS + 300, notices::soon);
                if (!key.reset()) {
                    LOG.warn("the deploy folder went away: the list of dropped bundles is not kept up to date until a restart");
                    return;
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException _) {
            LOG.debug("the deploy folder is not watched any more");
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
