package org.kontor.ui.api;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/// Where a browser finds the files in the folder `web/` of a bundle.
public final class PluginFiles {
    private PluginFiles() {}

    /// The address of `file` in the folder `web/` of the bundle of `owner`, for scripts and pictures of its own. It carries the bundle's
    /// version and the time of its last update, so a new one is loaded afresh.
    public static String address(Class<?> owner, String file) {
        Bundle bundle = FrameworkUtil.getBundle(owner);
        return "/plugins/" + bundle.getSymbolicName() + "/" + bundle.getVersion() + "-" + Long.toString(bundle.getLastModified(), 36) + "/" + file;
    }
}
