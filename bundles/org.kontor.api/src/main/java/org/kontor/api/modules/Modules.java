package org.kontor.api.modules;

import java.util.List;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Switches modules while people work. What is on stays on over restarts.
@ProviderType
public interface Modules {

    /// All modules there are, by id.
    List<Module> all();

    /// Switches a module on: its bundles are resolved before anything is touched, then started; when one of them fails all is
    /// taken back. Needs the permission to administer.
    Switching switchOn(String id, Actor actor);

    /// Switches a module off. Refused while another module that is on requires it. Its documents stay.
    Switching switchOff(String id, Actor actor);

    /// The bundles in the `deploy` folder, by file name.
    List<DroppedBundle> dropped();

    /// Calls `changed` after modules or dropped bundles changed, until the handle is closed. On a thread of the portal; return quickly.
    AutoCloseable watch(Runnable changed);
}
