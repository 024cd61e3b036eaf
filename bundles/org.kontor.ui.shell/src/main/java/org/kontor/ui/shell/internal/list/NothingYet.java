package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.kontor.ui.shell.internal.parts.Elements;

/// What stands in place of documents when there are none: how to begin, or how to see more.
record NothingYet(Showing showing, TypeHead head, Runnable create, Runnable unfilter) {

    Component content(boolean filtered) {
        String many = showing.tab().text(showing.type().many());
        if (filtered) {
            Div empty = Elements.empty("search", showing.text("not-found.title"), showing.text("not-found.hint"));
            empty.add(Elements.test(Elements.button("", "x", showing.text("clear-filters"), unfilter), "clear-filters"));
            return empty;
        }
        Div empty = Elements.empty(showing.type().icon(), showing.text("empty.title", showing.inText(many), many), showing.text("empty.hint"));
        Div ways = Elements.div("row wrap");
        if (head.mayCreate()) {
            ways.add(Elements.button("primary", "plus", showing.newOne(), create));
        }
        if (head.mayImport()) {
            ways.add(Elements.button("", "upload", showing.text("import"), () -> showing.tab().go("import/" + showing.type().id())));
        }
        empty.add(ways);
        return empty;
    }
}
