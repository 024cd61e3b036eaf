package org.kontor.ui.shell.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.NativeButton;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;

/// The person's own menu: profile, look, sign out.
final class PersonMenu {
    private final ShellTab tab;

    PersonMenu(ShellTab tab) {
        this.tab = tab;
    }

    Component content() {
        NativeButton button = new NativeButton();
        button.addClassNames("button", "plain");
        button.add(Elements.avatar(tab.person().name()));
        Elements.named(button, tab.text(Label.of("shell.person-menu", tab.person().name())));
        Elements.test(button, "person-menu");
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.BOTTOM_END);
        menu.addItem(tab.text(Label.of("shell.profile")), _ -> tab.go("settings/profile"));
        menu.addItem(tab.text(Label.of("shell.tokens")), _ -> tab.go("settings/tokens"));
        menu.addItem(tab.text(Label.of("shell.theme.light")), _ -> theme("light"));
        menu.addItem(tab.text(Label.of("shell.theme.dark")), _ -> theme("dark"));
        menu.addItem(tab.text(Label.of("shell.theme.system")), _ -> theme(""));
        menu.addItem(tab.text(Label.of("shell.sign-out")), _ -> signOut());
        return button;
    }

    /// As a form of this page: a mere link to sign out could be planted by other sites.
    private void signOut() {
        tab.ui().getPage().executeJs("const f=document.createElement('form');f.method='post';f.action='/sign-out';document.body.append(f);f.submit()");
    }

    private void theme(String name) {
        tab.ui().getPage().executeJs("localStorage.setItem('kontor-theme',$0);$0?document.documentElement.setAttribute('theme',$0):document.documentElement.removeAttribute('theme')", name);
    }
}
