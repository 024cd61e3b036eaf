package org.kontor.ui.shell.internal.vaadin;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/// Answers while the portal itself is on its way, at its start or while it is replaced.
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
@ServiceRanking(-1000)
public final class PleaseWait extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Activate
    public PleaseWait() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "2");
        response.setHeader("Refresh", "2");
        response.setContentType("text/html; charset=utf-8");
        response.getWriter().write("<!doctype html><html lang=en><title>Kontor</title><p style='font:16px system-ui;margin:20vh auto;text-align:center'>Kontor is starting …</p></html>");
    }
}
