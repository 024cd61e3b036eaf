package org.kontor.api.documents;

/// A document type that is not there: its module is switched off, or not up yet.
public final class TypeAway extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public TypeAway(String typeId) {
        super("no document type '" + typeId + "' is registered: is the module that declares it switched on?");
    }
}
