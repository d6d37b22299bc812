namespace Soccer.Train;

/// <summary>The native libraries that can grow trees.</summary>
public enum BoostingLibrary
{
    /// <summary>Chen and Guestrin 2016; libxgboost.so.0.</summary>
    XGBoost,

    /// <summary>Ke and others 2017; lib_lightgbm.so of the package LightGBM.</summary>
    LightGBM,
}
