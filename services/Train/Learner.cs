namespace Soccer.Train;

/// <summary>What a part of a forecaster can be made by.</summary>
public static class Learner
{
    /// <summary>Multinomial logistic regression on what compares the teams.</summary>
    public const string Logistic = "logistic";

    /// <summary>XGBoost's trees that start from the regression.</summary>
    public const string LogisticXGBoost = "logistic+xgboost";

    /// <summary>XGBoost's trees that start from even chances.</summary>
    public const string XGBoost = "xgboost";

    /// <summary>
    /// Two Poisson regressions of goals on what compares the teams, with Dixon and Coles's correction: see <see cref="GoalFit"/>. Left out
    /// where scores are not known.
    /// </summary>
    public const string DixonColes = "dixon-coles";

    /// <summary>The opening price itself: see <see cref="PriceStart"/>. For market-aware.</summary>
    public const string Price = "price";

    /// <summary>XGBoost's trees that start from the price.</summary>
    public const string PriceXGBoost = "price+xgboost";

    /// <summary>LightGBM's trees that start from the regression.</summary>
    public const string LogisticLightGBM = "logistic+lightgbm";

    /// <summary>LightGBM's trees that start from the price.</summary>
    public const string PriceLightGBM = "price+lightgbm";

    /// <summary>LightGBM's trees that start from even chances.</summary>
    public const string LightGBM = "lightgbm";
}
