package org.kontor.api.events;

import org.osgi.service.component.annotations.ComponentPropertyType;

/// The name of a reaction's cursor (`leads.from-mail`); service property `kontor.reaction.id`. Never reused.
@ComponentPropertyType
public @interface ReactionId {
    String value();

    String PREFIX_ = "kontor.";
}
