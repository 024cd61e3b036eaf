package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.PasswordField;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Enrolment;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Portal;

/// Changes one's own password. All sessions end with it, so this one signs in anew by itself.
final class PasswordPanel {
    private final Viewer viewer;
    private final Portal portal;
    private final PasswordField current;
    private final PasswordField next;
    private final PasswordField again;
    private final Div problem = new Div();

    PasswordPanel(Viewer viewer, Portal portal) {
        this.viewer = viewer;
        this.portal = portal;
        current = field("profile.password.current", "current-password");
        next = field("profile.password.next", "new-password");
        again = field("profile.password.again", "new-password");
        next.setHelperText(viewer.text(Label.of("profile.password.rule")));
    }

    Component content() {
        Div form = Elements.div("form", current, next, again, problem);
        form.add(Elements.test(Elements.button("", "key", viewer.text(Label.of("profile.password.change")), this::change), "change-password"));
        return Elements.div("panel stack", new H2(viewer.text(Label.of("profile.password"))), form);
    }

    private PasswordField field(String key, String autocomplete) {
        PasswordField field = new PasswordField(viewer.text(Label.of(key)));
        field.setMaxLength(200);
        field.getElement().setAttribute("autocomplete", autocomplete);
        return Elements.test(field, key.replace('.', '-'));
    }

    private void change() {
        problem.removeAll();
        boolean same = next.getValue().equals(again.getValue());
        again.setErrorMessage(same ? "" : viewer.text(Label.of("profile.password.differs")));
        again.setInvalid(!same);
        if (!same) {
            return;
        }
        switch (portal.people.changePassword(viewer.person().id(), current.getValue(), next.getValue(), viewer.actor())) {
            case Enrolment.Refused(Label reason) -> problem.add(Elements.note("bad", "circle-alert", viewer.text(reason)));
            case Enrolment.Done _ -> signInAnew(next.getValue());
        }
    }

    private void signInAnew(String password) {
        problem.getElement().executeJs("""
                const form = document.createElement('form');
                form.method = 'post';
                form.action = '/sign-in';
                for (const [name, value] of [['login', $0], ['password', $1], ['to', '/settings/profile']]) {
                  const input = document.createElement('input');
                  input.type = 'hidden';
                  input.name = name;
                  input.value = value;
                  form.append(input);
                }
                document.body.append(form);
                form.submit();
                """, viewer.person().login(), password);
    }
}
