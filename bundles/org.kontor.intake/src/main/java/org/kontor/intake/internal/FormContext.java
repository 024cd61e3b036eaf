package org.kontor.intake.internal;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/// The part of the address space that is open to everybody: `/forms`. No cookies, no sessions, nobody signed in.
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = FormContext.NAME, path = "/forms")
public final class FormContext extends ServletContextHelper {
    static final String NAME = "kontor.intake";
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";
}
