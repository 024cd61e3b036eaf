package org.kontor.api.workflow;

import java.util.List;
import org.kontor.api.documents.Field;
import org.kontor.api.labels.Label;

/// An activity as a designer shows it: its name and the fields of its form, in the order of the input record.
public record ActivityShape(String id, Label name, Label hint, List<Field<?>> inputs) {}
