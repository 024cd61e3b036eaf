package org.kontor.core.documents;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.DataAccessorIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.parser.ASTNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A formula that was read: arithmetic over field ids, nothing else. Everything else the library knows is switched off, and the length and depth of what it
/// reads is bounded, so that no expression can take long or much memory.
final class FormulaText {
    static final int LONGEST = 500;
    private static final MathContext PRECISION = new MathContext(34, RoundingMode.HALF_UP);
    private static final ExpressionConfiguration ARITHMETIC = ExpressionConfiguration.builder()
            .operatorDictionary(operators())
            .functionDictionary(functions())
            .mathContext(PRECISION)
            .defaultConstants(Map.of())
            .arraysAllowed(false)
            .structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(false)
            .dataAccessorSupplier(Given::new)
            .build();

    private final Expression expression;
    private final Set<String> fieldIds;

    private FormulaText(Expression expression, Set<String> fieldIds) {
        this.expression = expression;
        this.fieldIds = fieldIds;
    }

    private static OperatorDictionaryIfc operators() {
        OperatorDictionaryIfc known = new MapBasedOperatorDictionary();
        known.addOperator("+", new PrefixPlusOperator());
        known.addOperator("-", new PrefixMinusOperator());
        known.addOperator("+", new InfixPlusOperator());
        known.addOperator("-", new InfixMinusOperator());
        known.addOperator("*", new InfixMultiplicationOperator());
        known.addOperator("/", new InfixDivisionOperator());
        known.addOperator("=", new InfixEqualsOperator());
        known.addOperator("!=", new InfixNotEqualsOperator());
        known.addOperator(">", new InfixGreaterOperator());
        known.addOperator(">=", new InfixGreaterEqualsOperator());
        known.addOperator("<", new InfixLessOperator());
        known.addOperator("<=", new InfixLessEqualsOperator());
        return known;
    }

    private static FunctionDictionaryIfc functions() {
        FunctionDictionaryIfc known = new MapBasedFunctionDictionary();
        known.addFunction("if", new IfFunction());
        known.addFunction("min", new MinFunction());
        known.addFunction("max", new MaxFunction());
        known.addFunction("round", new RoundFunction());
        return known;
    }

    /// @throws IllegalArgumentException when it is not a formula; the message says where
    static FormulaText read(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a formula has 1 to " + LONGEST + " characters, not " + text.length());
        }
        Expression expression = new Expression(text, ARITHMETIC);
        Set<String> fieldIds = new TreeSet<>();
        new FormulaShape(fieldIds).check(tree(expression));
        return new FormulaText(expression, Set.copyOf(fieldIds));
    }

    /// The library fails over some texts with exceptions of its own kind, over others with any.
    private static ASTNode tree(Expression expression) {
        try {
            return expression.getAbstractSyntaxTree();
        } catch (BaseException e) {
            throw new IllegalArgumentException(e.getMessage() + " at " + e.getStartPosition() + ": " + e.getTokenString(), e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("something is missing in it, or too much", e);
        }
    }

    /// The fields it looks at.
    Set<String> fieldIds() {
        return fieldIds;
    }

    /// The value for the given ones, which are those of all [#fieldIds]. Nothing for a division by zero.
    Optional<BigDecimal> value(Map<String, BigDecimal> given) {
        try {
            Expression mine = expression.copy();
            for (Entry<String, BigDecimal> each : given.entrySet()) {
                mine.getDataAccessor().setData(each.getKey(), EvaluationValue.numberValue(each.getValue()));
            }
            EvaluationValue value = mine.evaluate();
            return value.isNumberValue() ? Optional.of(value.getNumberValue()) : Optional.empty();
        } catch (BaseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// Values by the exact name; the library's own way takes small and large letters for the same.
    private static final class Given implements DataAccessorIfc {
        private final Map<String, EvaluationValue> values = new HashMap<>();

        @Override
        public EvaluationValue getData(String name) {
            return values.get(name);
        }

        @Override
        public void setData(String name, EvaluationValue value) {
            values.put(name, value);
        }
    }
}
