package org.kontor.ui.shell.internal;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.io.EOFException;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Mishap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells people in their tab when something they did failed unexpectedly: that the database is away or the disk full, else under which number the cause is in the log.
final class Mishaps implements ErrorHandler {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    /// From now on what fails in the tab's window is told there.
    static void tellIn(ShellTab tab) {
        ComponentUtil.setData(tab.ui(), ShellTab.class, tab);
        tab.ui().getSession().setErrorHandler(new Mishaps());
    }

    @Override
    public void error(ErrorEvent event) {
        if (event.getThrowable() instanceof EOFException gone) {
            LOG.debug("a browser went away", gone);
            return;
        }
        Label words = Mishap.words(event.getThrowable(), "shell.undone");
        Optional.ofNullable(UI.getCurrent()).map(ui -> ComponentUtil.getData(ui, ShellTab.class)).ifPresent(tab -> tab.tell(words));
    }
}
