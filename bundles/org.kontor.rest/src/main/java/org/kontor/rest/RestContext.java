package org.kontor.rest;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/// The part of the address space that belongs to programs: `/api`. No cookies, no sessions.
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = RestContext.NAME, path = "/api")
public final class RestContext extends ServletContextHelper {
    static final String NAME = "kontor.rest";
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";
}
