package org.kontor.core.documents;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import java.util.List;
import java.util.Set;

/// Walks through a formula: only plain numbers, fields, arithmetic and the known functions, not too deep; comparisons stand where `if` asks, and nowhere else.
final class FormulaShape {
    private static final int DEEPEST = 100;
    private static final Set<String> COMPARISONS = Set.of("=", "!=", ">", ">=", "<", "<=");
    private static final String NUMBER = "[0-9]{1,15}(\\.[0-9]{1,15})?";
    private static final String FIELD = "[a-z][a-zA-Z0-9]{0,49}";
    private static final String DIGITS = "[0-9]|10";

    private final Set<String> fieldIds;

    /// Adds the ids of the fields it comes across.
    FormulaShape(Set<String> fieldIds) {
        this.fieldIds = fieldIds;
    }

    /// @throws IllegalArgumentException when something else is in it
    void check(ASTNode tree) {
        number(tree, 1);
    }

    private void number(ASTNode node, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a formula is at most " + DEEPEST + " levels deep");
        }
        Token token = node.getToken();
        switch (token.getType()) {
            case NUMBER_LITERAL -> expect(token.getValue().matches(NUMBER), token, "a number of at most 15 digits before and after the point");
            case VARIABLE_OR_CONSTANT -> {
                expect(token.getValue().matches(FIELD), token, "the id of a field");
                fieldIds.add(token.getValue());
            }
            case FUNCTION -> function(node, depth);
            case INFIX_OPERATOR, PREFIX_OPERATOR -> {
                expect(!COMPARISONS.contains(token.getValue()), token, "a number: comparisons stand first in if(...)");
                numbers(node.getParameters(), depth);
            }
            default -> expect(false, token, "a number, a field or + - * / ( )");
        }
    }

    private void function(ASTNode node, int depth) {
        List<ASTNode> parameters = node.getParameters();
        String name = node.getToken().getValue().toLowerCase(java.util.Locale.ROOT);
        if (name.equals("if")) {
            ASTNode condition = parameters.getFirst();
            expect(COMPARISONS.contains(condition.getToken().getValue()), condition.getToken(), "a comparison, as in if(a > b, x, y)");
            numbers(condition.getParameters(), depth + 1);
            numbers(parameters.subList(1, parameters.size()), depth);
        } else if (name.equals("round")) {
            expect(parameters.size() == 2 && parameters.getLast().getToken().getValue().matches(DIGITS), node.getToken(), "round(x, digits) with 0 to 10 digits");
            number(parameters.getFirst(), depth + 1);
        } else {
            numbers(parameters, depth);
        }
    }

    private void numbers(List<ASTNode> nodes, int depth) {
        nodes.forEach(each -> number(each, depth + 1));
    }

    private static void expect(boolean right, Token token, String wanted) {
        if (!right) {
            throw new IllegalArgumentException("'" + token.getValue() + "' at " + token.getStartPosition() + " is not " + wanted);
        }
    }
}
