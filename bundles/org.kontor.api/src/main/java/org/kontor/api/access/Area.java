package org.kontor.api.access;

/// The part of a document type a rule is about (ACL-12, ACL-19). The narrower part is stronger, wider or not (ACL-14): a stage beats its pipeline, a
/// pipeline the type.
public sealed interface Area {
    /// All documents of the type, as long as nothing is said about their pipeline or stage.
    Area TYPE = new WholeType();

    record WholeType() implements Area {}

    record OfPipeline(String pipelineId) implements Area {}

    record OfStage(String stageId) implements Area {}
}
