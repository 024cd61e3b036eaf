package org.kontor.api.workflow;

import org.osgi.service.component.annotations.ComponentPropertyType;

/// The name of a kind of activity (`tasks.create`, `acme.send-sms`); never reused for another input.
@ComponentPropertyType
public @interface ActivityId {
    String value();

    String PREFIX_ = "kontor.";
}
