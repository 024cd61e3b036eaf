package org.kontor.ui.shell.internal.fields;

import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Query;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Where a new field is placed in the card (FLD-27): cards are laid out in place, so it is the newest document there is, else the list.
final class CardPlace {
    private CardPlace() {}

    static String of(DocumentType type, PageTab tab, Portal portal) {
        return portal.documents.find(Query.newest(type.id()).limited(1), tab.actor()).documents().stream().findFirst().map(document -> document.ref().toString()).orElse(type.id());
    }
}
