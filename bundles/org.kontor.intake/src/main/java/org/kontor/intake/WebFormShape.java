package org.kontor.intake;

import org.osgi.annotation.versioning.ConsumerType;

/// Declares a web form. A service; while it is there an administrator can switch the form on.
@ConsumerType
@FunctionalInterface
public interface WebFormShape {

    /// The form; the same at each call.
    WebForm form();
}
